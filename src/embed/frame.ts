import { pageTitle } from '../engine/title.ts'
import { formatAddress, parseAddress } from '../engine/address.ts'
import { familyMeta } from '../engine/graph.ts'
import type { Session, SessionSnapshot } from '../session/session.ts'
import { post, protocol, readMessage, toFrame, type ToFrame, type ToHost } from './messages.ts'

/** What the frame needs to be the inner end of an embed. */
type Frame = {
  session: Session
  /** The site's root, to name places in full. */
  root: URL
  /** All content, in one element whose height depends on nothing but it. */
  content: HTMLElement
  takeFocus: () => void
}
/** The inner end, as far as the page reports to it. */
export type HostReport = {
  /** Something was copied; `what` names it, without its text. */
  copied: (what: string) => void
}

/**
 * Joins the session with the page around this frame: tells it the height at once, and where the reader is once that page has spoken.
 * Its words are taken from the window around only, and always from the same origin. `settled` is when the page can be used.
 */
export function connectHost({ session, root, content, takeFocus }: Frame, settled: Promise<void>): HostReport {
  const { parent } = window
  if (parent === window) return { copied: () => {} }
  let host: string | undefined
  // Where it is a file or a sandbox there is no origin to address: it learns the height, and no more.
  const tell = (message: ToHost) => host !== undefined && host !== 'null' && post(parent, message, host)
  let firstFault: string | undefined

  window.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source !== parent || origin !== (host ?? origin)) return
    const message = readMessage(toFrame, data)
    if (!message) return
    host = origin
    if (firstFault) tell({ type: 'error', message: firstFault })
    firstFault = undefined
    obey(session, message, takeFocus)
  })

  let height = 0
  new ResizeObserver(() => {
    const now = Math.ceil(content.getBoundingClientRect().height)
    // What is hidden has no height; it is measured again when it shows.
    if (now === 0 || now === height) return
    height = now
    post(parent, { type: 'resize', height }, '*')
  }).observe(content)

  void settled.then(() => {
    let before = session.getSnapshot()
    firstFault = faultOf(before, before.context.address.error !== undefined)
    post(parent, { type: 'ready', protocol, ...placeOf(before) }, '*')
    session.subscribe((now) => {
      for (const message of changesOf(before, now, root)) tell(message)
      before = now
    })
  })
  return {
    copied: (what) => {
      const place = placeOf(session.getSnapshot())
      if (place.node) tell({ type: 'copy', ...place, command: what.replaceAll(/[ ,]+/g, '-') })
    },
  }
}

function obey(session: Session, message: ToFrame, takeFocus: () => void) {
  if (message.type === 'focus') return takeFocus()
  if (message.type === 'open') {
    const { family, node, error } = message
    const place = error ? { error } : { ...(family && { family, ...(node && { node }) }) }
    return session.send({ type: 'GO', address: { ...place, answers: {}, env: {}, unknown: [] }, move: 'none' })
  }
  const { install, os, release, theme, view, params = {} } = message
  const words = Object.entries({ install, os, release, theme, view }).filter(([, value]) => value !== undefined)
  const asked = parseAddress('', `?${new URLSearchParams(Object.fromEntries(words) as Record<string, string>)}`, '')
  // What the frame's own address says is more particular than how the page around presents everything.
  const named = message.type === 'init' ? session.getSnapshot().context.address : undefined
  session.send({
    type: 'PRESENT',
    env: { ...asked.env, ...named?.env },
    ...(asked.theme && !named?.theme && { theme: asked.theme }),
    ...(asked.view && !named?.view && { view: asked.view }),
  })
  for (const [name, value] of Object.entries(params)) session.send({ type: 'FILL', name, value })
}

const placeOf = ({ context: { family, place } }: SessionSnapshot) => ({ family: family?.id, node: place?.node.id })

/** What the page around is told of a step of the session. */
function changesOf(before: SessionSnapshot, now: SessionSnapshot, root: URL): ToHost[] {
  const [from, place] = [placeOf(before), placeOf(now)]
  const { family, place: at, worked } = now.context
  const told: ToHost[] = []
  const came = isSettled(now) && !(isSettled(before) && from.family === place.family && from.node === place.node)
  if (came) {
    const titles = family && at ? [at.node.meta.title, familyMeta(family).title] : []
    const url = new URL(formatAddress({ ...place, answers: {}, env: {} }), root).href
    told.push({ type: 'navigate', ...place, url, title: pageTitle(...titles) })
  }
  if (!came && worked !== before.context.worked) told.push({ type: 'outcome', ...place, result: worked ? 'worked' : 'not-worked' })
  const fault = came || now.value !== before.value ? faultOf(now, before.matches('recognising')) : undefined
  if (fault) told.push({ type: 'error', message: fault })
  return told
}

const isSettled = (snapshot: SessionSnapshot) => snapshot.matches('at') || snapshot.matches('home')

/** What went wrong on the way here, in fixed words. `lookedUp`: an error text was opened, not a place. */
function faultOf({ value, context: { place, paste } }: SessionSnapshot, lookedUp: boolean): string | undefined {
  if (value === 'lost') return 'This flowchart does not exist.'
  if (value === 'failed') return 'The flowchart did not load.'
  if (value === 'at' && place && place.missing.length > 0) return 'This flowchart has no such step.'
  if (value === 'home' && lookedUp && !paste?.recognised.matches.length) return 'The error was not recognised.'
  return undefined
}
