import { assign, fromPromise, setup, type ActorRefFrom, type SnapshotFrom } from 'xstate'
import type { Env, Family } from '../../flows/flow.ts'
import { embeddingPage, formatAddress, type Address, type Theme, type View } from '../engine/address.ts'
import { whereItHolds } from '../engine/forms.ts'
import type { Values } from '../engine/fill.ts'
import { environmentsOf, firstNode, placeAt, placeIn, type Place } from '../engine/place.ts'
import type { Answers } from '../engine/walk.ts'
import type { Recognised } from '../recognise/read.ts'
import { onlyPlace, putBack, take, type Paste } from './paste.ts'

export type Input = {
  address: Address
  /** Saved or assumed; what the address says wins. */
  env: Env
  /** What the user chose before on this device. */
  saved: Partial<Env>
  theme: Theme
  /** Whether the key / goes to the paste box. */
  slashKey: boolean
  familyIds: readonly string[]
}
/** How the browser's history takes the change: a step of its own, in place, or not at all because it came from there. */
export type Move = 'push' | 'replace' | 'none'

type Context = Input & {
  /** The parts of the environment that somebody chose: they stand in the address. */
  chosen: Partial<Env>
  view?: View
  /** Those of them that the address or a click in this visit named: what is pasted does not change them. */
  own: Partial<Env>
  wanted: Pick<Address, 'family' | 'node' | 'answers' | 'error'>
  family?: Family
  place?: Place
  values: Values
  paste?: Paste
  worked: boolean
  /** The site has a newer version than the one that is shown. */
  renewed: boolean
  notices: readonly string[]
  move: Move
}

export type Event =
  | { type: 'GO'; address: Address; move: 'push' | 'none' }
  | { type: 'SET_ENV'; env: Partial<Env> }
  | { type: 'SET_THEME'; theme: Theme }
  | { type: 'PRESENT'; env: Partial<Env>; theme?: Theme; view?: View }
  | { type: 'SET_SLASH_KEY'; on: boolean }
  | { type: 'FILL'; name: string; value: string }
  | { type: 'WORKED'; worked: boolean }
  | { type: 'FOUND'; text: string; file?: string; recognised: Recognised }
  | { type: 'DROP_EVIDENCE'; id: string }
  | { type: 'CLEAR_PASTE' }
  | { type: 'RETRY' }
  | { type: 'RENEWED' }

const unread = 'The error of this link could not be looked up: a part of the site did not load. Paste the error below, or reload the page.'

/**
 * The one actor of the page. Its context is the route: family, answers and environment; the place is a replay of them.
 * `load` is provided by the composition root. A text in the address is looked up by `recognise`
 * before anything else. Every change of the route ends in `home`, `at`, `lost` or `failed`.
 */
export const session = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Input },
  actors: {
    load: fromPromise<Family, { id: string }>(() => Promise.reject(new Error('provide load'))),
    recognise: fromPromise<Recognised, { text: string }>(() => Promise.reject(new Error('provide recognise'))),
  },
  guards: {
    asked: ({ context }) => context.wanted.error !== undefined,
    home: ({ context }) => context.wanted.family === undefined,
    guide: ({ context }) => context.wanted.family === embeddingPage,
    unknown: ({ context }) => !context.familyIds.includes(context.wanted.family ?? ''),
    loaded: ({ context }) => context.family?.id === context.wanted.family,
  },
  actions: {
    arrive: assign(({ context, event }) => {
      if (event.type !== 'GO') return {}
      const { address, move } = event
      // Back must not undo a choice of environment that the user made since.
      const env = move === 'none' ? {} : address.env
      return {
        ...wantedBy(address),
        env: { ...context.env, ...env },
        chosen: { ...context.chosen, ...env },
        notices: noticesOf(address.unknown),
        worked: false,
        move,
      }
    }),
    stand: assign(({ context }) => {
      if (!context.family) return {}
      const place = placeAt(context.family, context.env, context.wanted)
      return { place, notices: [...context.notices, ...missingNotices(place)] }
    }),
    leaveFamily: assign({ family: undefined, place: undefined }),
    chooseEnvironment: assign(({ context, event }) => {
      if (event.type !== 'SET_ENV') return {}
      const env = { ...context.env, ...event.env }
      const chosen = { ...context.chosen, ...event.env }
      const own = { ...context.own, ...event.env }
      return { env, chosen, own, saved: { ...context.saved, ...event.env }, move: 'replace' as const, ...moved(context, env) }
    }),
    chooseTheme: assign(({ context, event }) => ({
      theme: event.type === 'SET_THEME' ? event.theme : context.theme,
      move: 'replace' as const,
    })),
    // What the page around a frame wishes is followed like an address: nothing of it is kept.
    present: assign(({ context, event }) => {
      if (event.type !== 'PRESENT') return {}
      const env = { ...context.env, ...event.env }
      const changed = Object.entries(event.env).some(([part, value]) => context.env[part as keyof Env] !== value)
      return {
        env,
        chosen: { ...context.chosen, ...event.env },
        own: { ...context.own, ...event.env },
        theme: event.theme ?? context.theme,
        view: event.view ?? context.view,
        move: 'replace' as const,
        ...(changed && moved(context, env)),
      }
    }),
    chooseSlashKey: assign(({ event }) => (event.type === 'SET_SLASH_KEY' ? { slashKey: event.on, move: 'none' as const } : {})),
    findIn: assign(({ context, event }) => (event.type === 'FOUND' ? found(context, event) : {})),
    dropEvidence: assign(({ context, event }) => {
      const one = event.type === 'DROP_EVIDENCE' ? context.paste?.taken.find(({ evidence }) => evidence.id === event.id) : undefined
      if (!one || !context.paste) return {}
      const facts = putBack(context, one)
      const paste = { ...context.paste, taken: context.paste.taken.filter((other) => other !== one) }
      return { ...facts, ...moved(context, facts.env), paste, move: 'replace' as const }
    }),
    clearPaste: assign(({ context }) => ({
      ...context.paste?.taken.reduceRight(putBack, context),
      paste: undefined,
      move: 'replace' as const,
    })),
    fill: assign(({ context, event }) =>
      event.type === 'FILL' ? { values: { ...context.values, [event.name]: event.value }, move: 'none' as const } : {},
    ),
    finish: assign(({ event }) => (event.type === 'WORKED' ? { worked: event.worked, move: 'none' as const } : {})),
  },
}).createMachine({
  id: 'session',
  context: ({ input }) => ({
    ...input,
    ...wantedBy(input.address),
    env: { ...input.env, ...input.saved, ...input.address.env },
    chosen: { ...input.saved, ...input.address.env },
    own: input.address.env,
    theme: input.address.theme ?? input.theme,
    view: input.address.view,
    values: {},
    worked: false,
    renewed: false,
    notices: noticesOf(input.address.unknown),
    move: 'replace',
  }),
  initial: 'routing',
  on: {
    GO: { actions: 'arrive', target: '.routing' },
    SET_ENV: { actions: 'chooseEnvironment' },
    SET_THEME: { actions: 'chooseTheme' },
    PRESENT: { actions: 'present' },
    SET_SLASH_KEY: { actions: 'chooseSlashKey' },
    FILL: { actions: 'fill' },
    FOUND: { actions: 'findIn' },
    DROP_EVIDENCE: { actions: 'dropEvidence' },
    CLEAR_PASTE: { actions: 'clearPaste' },
    WORKED: { actions: 'finish' },
    RENEWED: { actions: assign({ renewed: true, move: 'none' }) },
  },
  states: {
    routing: {
      always: [
        { guard: 'asked', target: 'recognising' },
        { guard: 'home', target: 'home' },
        { guard: 'guide', target: 'embedding' },
        { guard: 'unknown', target: 'lost' },
        { guard: 'loaded', target: 'at' },
        { target: 'loading' },
      ],
    },
    recognising: {
      entry: 'leaveFamily',
      invoke: {
        src: 'recognise',
        input: ({ context }) => ({ text: context.wanted.error ?? '' }),
        onDone: {
          target: 'routing',
          actions: assign(({ context, event }) => {
            const only = onlyPlace(event.output.matches)
            const wanted = { ...(only && { family: only.family, node: only.node }), answers: {} }
            return { ...found(context, { text: context.wanted.error ?? '', recognised: event.output }), wanted }
          }),
        },
        onError: { target: 'home', actions: assign({ wanted: { answers: {} }, notices: [unread] }) },
      },
    },
    home: { entry: 'leaveFamily' },
    embedding: { entry: 'leaveFamily' },
    lost: { entry: 'leaveFamily' },
    loading: {
      invoke: {
        src: 'load',
        input: ({ context }) => ({ id: context.wanted.family ?? '' }),
        onDone: { target: 'at', actions: assign(({ event }) => ({ family: event.output })) },
        onError: 'failed',
      },
    },
    at: { entry: 'stand' },
    failed: { entry: 'leaveFamily', on: { RETRY: 'loading' } },
  },
})

export type Session = ActorRefFrom<typeof session>
export type SessionSnapshot = SnapshotFrom<typeof session>

/** The address of where the session stands; at a family's first node it is the family's own. */
export function addressOf({ context }: SessionSnapshot): string {
  const { family, place, wanted, chosen, view, theme, address } = context
  const presentation = { env: chosen, view, ...(address.theme && { theme }) }
  if (!family || !place) return formatAddress({ ...wanted, ...presentation })
  const top = place.node.id === firstNode(family) && Object.keys(place.answers).length === 0
  return formatAddress({ family: family.id, ...(!top && { node: place.node.id }), answers: trailOnly(place), ...presentation })
}

/** An address that names its node needs no answers that its shortest trail implies. */
const trailOnly = (place: Place): Answers => (place.possible && place.inferred.length === place.trail.length ? {} : place.answers)

const wantedBy = ({ family, node, answers, error }: Address) => ({ wanted: { family, node, answers, error } })

/** What follows from a text that was read: what it proves is taken over, instead of what an earlier one proved. */
function found(context: Context, { text, file, recognised }: { text: string; file?: string; recognised: Recognised }): Partial<Context> {
  const before = context.paste?.taken.reduceRight(putBack, context) ?? context
  const { facts, taken } = take(before, recognised.evidence, context.own)
  return { ...facts, ...moved(context, facts.env), paste: { text, ...(file && { file }), recognised, taken }, move: 'replace' }
}

const noticesOf = (unknown: readonly string[]): string[] =>
  unknown.map((what) => `The address holds “${what}”, which means nothing here. It was left out.`)

const missingNotices = ({ missing, node }: Place): string[] =>
  missing.map((what) => `This flowchart has no “${what}”. You are at “${node.meta.title}”, the nearest step that exists.`)

/** What a switch of the environment does to the place: it stays where it can occur, else goes back to the last step that can. */
function moved({ family, place }: Context, env: Env): Partial<Context> {
  if (!family || !place) return { notices: [] }
  const next = placeIn(family, env, place)
  const lost = next.node.id !== place.node.id
  const where = whereItHolds({ envs: environmentsOf(family, place.node.id) })
  return {
    place: next,
    ...(lost && { worked: false }),
    notices: lost ? [`“${place.node.meta.title}” occurs only ${where}. You are back at the last step that fits your setup.`] : [],
  }
}
