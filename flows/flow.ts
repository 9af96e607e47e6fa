import { setup, type AnyEventObject, type StateMachine } from 'xstate'

export type Install = 'native' | 'compose' | 'container'
export type Os = 'linux' | 'macos' | 'windows'
export type Release = '2026.2.24' | '2026.9.6'
/** Where and what OpenClaw runs. `os` is the system at whose terminal the user types. */
export type Env = { install: Install; os: Os; release: Release }

export const installs: readonly Install[] = ['native', 'compose', 'container']
export const oses: readonly Os[] = ['linux', 'macos', 'windows']
/** The releases we hold measured facts of, oldest first. */
export const releases: readonly Release[] = ['2026.2.24', '2026.9.6']
export const newest: Release = '2026.9.6'

/** One text for every OS, or one per OS. `null`: nothing to type there (say why in `none`). Several lines are several commands. */
export type Typed = string | null | Record<Os, string | null>
/** What is typed in one release, per install. */
export type Variants = Record<Install, Typed>
/** What a text is, when it is not a shell command: it decides how values are put in and which linter reads it. */
export type Language = 'shell' | 'nginx' | 'caddyfile' | 'json5' | 'yaml' | 'url' | 'text'
/** A second form of the same step, for a situation that the environment does not tell. */
export type Otherwise = { when: string; run: Variants & { earlier?: Earlier } }
/** Only the forms that an earlier release needs instead. */
type Earlier = Partial<Record<Release, Partial<Variants>>>

/** What to type. The base forms are those of the newest release. */
export type Commands = Variants & {
  language?: Language
  /** Why there is nothing to type: a reason for every `null`, for a whole install or one of its systems. */
  none?: Partial<Record<Install | `${Install}/${Os}`, string>>
  earlier?: Earlier
  otherwise?: readonly Otherwise[]
}

export type Risk = 'reads' | 'changes-config' | 'restarts' | 'deletes-data'
/** `host`: where OpenClaw (or its Docker) runs. `client`: the other machine, the one that cannot connect. */
export type Where = 'host' | 'client' | 'container' | 'browser' | 'chat' | 'proxy'
/** One instruction. Without `run` it is done by hand. */
export type Step = { text: string; run?: Commands; where?: Where; risk: Risk }

/** Proof that a fix worked: all of `expect` occur in the output (`empty`: it prints nothing), at the latest `within` seconds. */
export type Verify = {
  run: Commands
  where?: Where
  expect: readonly string[]
  empty?: true
  within?: number
  earlier?: Partial<Record<Release, { expect: readonly string[]; empty?: true; within?: number }>>
}

/** What the guide says where it is wrong, verbatim for a command or key, and one plain sentence why it is replaced. */
export type Correction = { guide: string; why: string }

/** A text the software prints; `{x}` stands for the part that varies. A RegExp is the last resort. */
export type Signature = string | RegExp

type Said = {
  /** At most 64 characters: it is the heading, the box on the chart and the browser's title. A fix is an instruction. */
  title: string
  /** Plain text; a blank line starts a paragraph, backticks mark what is typed or printed. */
  body?: string
  /** Texts that name what this node is about. Each points at one node only. */
  signatures?: readonly string[]
  /** Texts that point here when nothing names a cause: consequences that have many, and what people call the trouble in their own words. */
  symptoms?: readonly string[]
  corrections?: readonly Correction[]
  /** `guide#<heading>` or a page of the official docs, such as `cli/gateway#restart`. */
  sources?: readonly string[]
}

/** What a box on the chart says. The machine around it says where it leads. */
export type Meta =
  | { kind: 'family'; title: string; summary: string; group: Group; messages: readonly string[]; prevention: readonly string[] }
  | ({ kind: 'question' } & Said)
  | ({ kind: 'check'; run: Commands; where?: Where } & Said)
  | ({ kind: 'fix'; steps: readonly Step[]; verify: Verify; prevention?: readonly string[] } & Said)
  | ({ kind: 'jump'; to: string } & Said)
  | ({ kind: 'end'; steps?: readonly Step[] } & Said)
  /** On a transition: the texts by which a pasted output chooses this answer, and a second line under the label. */
  | { kind: 'answer'; seen?: readonly Signature[]; hint?: string }

/** What a family is about, as the user sees it; the home page groups by it. */
export type Group = 'start' | 'connect' | 'refused' | 'drops' | 'docker' | 'care'

export const flow = setup({
  types: { context: {} as Env, input: {} as Env, meta: {} as Meta },
  guards: {
    native: ({ context }) => context.install === 'native',
    docker: ({ context }) => context.install !== 'native',
    compose: ({ context }) => context.install === 'compose',
    container: ({ context }) => context.install === 'container',
    nativeLinux: ({ context }) => context.install === 'native' && context.os === 'linux',
    nativeMac: ({ context }) => context.install === 'native' && context.os === 'macos',
    nativeWindows: ({ context }) => context.install === 'native' && context.os === 'windows',
    nativeNewest: ({ context }) => context.install === 'native' && context.release === newest,
    newest: ({ context }) => context.release === newest,
    earlier: ({ context }) => context.release !== newest,
    dockerNewest: ({ context }) => context.install !== 'native' && context.release === newest,
    dockerEarlier: ({ context }) => context.install !== 'native' && context.release !== newest,
  },
})

/** Any family, its own state names forgotten: what the engine works on. */
// oxlint-disable-next-line typescript/no-explicit-any -- two machines of one setup are not assignable to each other's type
export type Family = StateMachine<Env, AnyEventObject, any, any, any, any, any, any, any, Env, any, any, Meta, any>
