import type { FlowchartAttributes, FlowchartEvents } from './embed-types.ts'
import { themeAround, watchTheme } from './host-theme.ts'
import { post, readMessage, toHost, type ToFrame } from './messages.ts'

type Name = keyof FlowchartAttributes
/** How it shall look, as a message says it. */
type Look = Omit<Extract<ToFrame, { type: 'set' }>, 'type'>
/** What becomes an event; the types that are published must fit the protocol. */
type Told = { [Type in keyof FlowchartEvents]: { type: Type } & FlowchartEvents[Type] }[keyof FlowchartEvents]
const placing: readonly Name[] = ['family', 'node', 'error']
const presenting: readonly Name[] = ['install', 'os', 'release', 'theme', 'lang', 'view', 'params']
const sizing: readonly Name[] = ['height', 'max-height', 'loading']

/** What is so anyway needs no place in an address. */
const defaults: Record<string, string> = { theme: 'auto', view: 'both' }

const name = 'openclaw-flowchart'
/** Height of an embed that names none, in px, and of one whose content is not known yet. */
const usual = 480
/** How near to the viewport an embed starts to load, in px. */
const near = 300
/** After so many ms without a word from the frame, the link of the element comes back. */
const patience = 15_000

const style = `
:host{display:block}
:host([hidden]){display:none}
.box{position:relative}
iframe{display:block;position:relative;width:100%;border:0;border-radius:8px}
.links{position:absolute;inset:0 0 auto;padding:1em}
.links.beside{position:static;padding:.5em 0}
p{margin:0;padding:1em;border:1px solid;border-radius:8px;display:flex;flex-wrap:wrap;gap:.5em 1em;align-items:center;justify-content:space-between}
button{font:inherit;font-weight:600;padding:.7em 1.2em;border:1px solid;border-radius:8px;background:none;color:inherit;cursor:pointer;min-height:44px}
@media print{.links{position:static;display:block!important}}`

/**
 * Registers `<openclaw-flowchart>`, whose frames come from the site at `base`; once, however often it is called. Links inside of the
 * element show until the frame works, and on paper.
 */
export function defineFlowchart(base: URL): void {
  // Where there are no elements (a site that is built) there is nothing to do, and nothing to fail.
  if (typeof customElements === 'undefined' || customElements.get(name)) return
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)

  class Flowchart extends HTMLElement {
    static observedAttributes = [...placing, ...presenting, ...sizing]

    #root = this.attachShadow({ mode: 'open' })
    #box = make('div', 'box')
    #links = make('div', 'links')
    #frame: HTMLIFrameElement | undefined
    #heard = false
    /** What the frame was last told. */
    #told: { place: string; look: Look } = { place: '', look: {} }
    /** Changes of one moment are told together. */
    #changing = false
    /** The height of the content. */
    #wanted = 0
    /** The reader walks: from the first step on the frame follows its content at once. */
    #walks = false
    /** It keeps its height, and scrolls inside. */
    #held = false
    #stops: (() => void)[] = []

    constructor() {
      super()
      this.#root.adoptedStyleSheets = [sheet]
      this.#root.append(this.#box)
      this.#links.append(make('slot'))
    }

    connectedCallback() {
      this.#start()
    }

    disconnectedCallback() {
      this.#end()
    }

    attributeChangedCallback() {
      if (!this.isConnected || this.#changing) return
      this.#changing = true
      queueMicrotask(() => {
        this.#changing = false
        if (!this.isConnected) return
        if (!this.#frame) {
          this.#end()
          return this.#start()
        }
        this.#tell()
        this.#fit()
      })
    }

    #start() {
      this.#links.className = 'links'
      this.#links.hidden = false
      this.#box.replaceChildren(this.#links)
      const loading = this.getAttribute('loading')
      if (loading === 'click') return this.#offer()
      this.#fit()
      if (loading === 'eager') return this.#open()
      const watch = new IntersectionObserver(
        (entries) => {
          if (entries.some(({ isIntersecting }) => isIntersecting)) this.#open()
        },
        { rootMargin: `${near}px` },
      )
      watch.observe(this)
      this.#stops.push(() => watch.disconnect())
    }

    #end() {
      for (const stop of this.#stops.splice(0)) stop()
      this.#frame = undefined
      this.#wanted = 0
      this.#walks = this.#held = false
      this.#box.style.minHeight = ''
      this.#box.replaceChildren()
    }

    /** A button in place of the frame, until somebody wants it. */
    #offer() {
      const button = make('button')
      button.type = 'button'
      button.textContent = 'Show the fix here'
      button.setAttribute('aria-label', `Show here: ${this.#title()}`)
      button.addEventListener('click', () => {
        this.#box.replaceChildren(this.#links)
        this.#open(true)
      })
      const row = make('p')
      row.append(make('slot'), button)
      this.#box.replaceChildren(row)
    }

    #title = () => this.title || this.textContent?.trim() || 'OpenClaw Gateway Flowchart'

    #value = (attribute: Name) => this.getAttribute(attribute) ?? undefined

    #place(): { family?: string; node?: string; error?: string } {
      const error = this.#value('error')
      // Either attribute may hold both parts, as they stand in an address.
      const [family, node] = [this.#value('family'), this.#value('node')].filter(Boolean).join('/').split('/')
      return error ? { error } : { ...(family && { family }), ...(node && { node }) }
    }

    #look(): Look {
      const theme = this.#value('theme') ?? 'auto'
      const given = Object.fromEntries(presenting.flatMap((attribute) => [[attribute, this.#value(attribute)]]))
      return {
        ...given,
        theme: theme === 'auto' ? themeAround(this) : theme,
        view: given['view'] ?? defaults['view'],
        params: paramsIn(given['params']),
      }
    }

    #open(focus = false) {
      for (const stop of this.#stops.splice(0)) stop()
      const { family, node, error } = this.#place()
      const { params: _, ...look } = this.#look()
      const path = ['embed', family, node].flatMap((part) => (part ? [`${encodeURIComponent(part)}/`] : [])).join('')
      const url = new URL(path, base)
      for (const [key, value] of Object.entries(look)) if (value && value !== defaults[key]) url.searchParams.set(key, value)
      if (error) url.hash = `error=${encodeURIComponent(error)}`
      const frame = make('iframe')
      frame.src = url.href
      frame.title = this.#title()
      frame.allow = 'clipboard-write'
      frame.referrerPolicy = 'strict-origin-when-cross-origin'
      this.#box.append(frame)
      this.#frame = frame
      this.#heard = false
      this.#told = { place: JSON.stringify(this.#place()), look: this.#look() }
      this.#fit()
      const listen = (type: 'message' | 'scroll', listener: (event: never) => void) => {
        addEventListener(type, listener as EventListener, { passive: true, capture: true })
        this.#stops.push(() => removeEventListener(type, listener as EventListener, { capture: true }))
      }
      listen('message', (event: MessageEvent<unknown>) => {
        if (event.source === frame.contentWindow && event.origin === base.origin) this.#hear(event.data, focus)
      })
      listen('scroll', () => this.#held && this.#fit())
      const timer = setTimeout(() => this.#miss(), patience)
      this.#stops.push(
        () => clearTimeout(timer),
        watchTheme(() => this.#tell()),
      )
      if (focus) frame.focus()
    }

    #hear(data: unknown, focus: boolean) {
      const message = readMessage(toHost, data)
      if (!message) return
      if (message.type === 'resize') {
        this.#wanted = message.height
        return this.#fit()
      }
      if (message.type === 'ready') {
        this.#send({ type: 'init', ...this.#look() })
        this.#links.hidden = true
        if (!this.#heard && focus) this.#send({ type: 'focus' })
        this.#heard = true
        this.#tell()
      }
      if (message.type === 'navigate') {
        this.#walks = true
        if (this.#frame) this.#frame.title = message.title
        if (this.getBoundingClientRect().top < 0) this.scrollIntoView({ block: 'start' })
      }
      this.#say(message)
    }

    #say({ type, ...detail }: Told) {
      this.dispatchEvent(new CustomEvent(`${name}:${type}`, { bubbles: true, composed: true, detail }))
    }

    #miss() {
      if (this.#heard) return
      this.#links.classList.add('beside')
      this.#say({ type: 'error', message: 'The flowchart did not answer.' })
    }

    /** Tells the frame what changed since it was told, and no more: the reader may have chosen otherwise. Before it is ready, that waits. */
    #tell() {
      if (!this.#heard) return
      const place = JSON.stringify(this.#place())
      const look = this.#look()
      const before: Record<string, unknown> = this.#told.look
      const changed = Object.entries(look).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]))
      if (changed.length > 0) this.#send({ type: 'set', ...(Object.fromEntries(changed) as Look) })
      if (place !== this.#told.place) this.#send({ type: 'open', ...this.#place() })
      this.#told = { place, look }
    }

    #send(message: ToFrame) {
      if (this.#frame?.contentWindow) post(this.#frame.contentWindow, message, base.origin)
    }

    /**
     * Takes the height of the content, between `height` and `max-height`. Where a height was given, the frame does not grow by itself
     * under the reader's eyes: it scrolls inside until the reader goes a step, or is elsewhere on the page.
     */
    #fit() {
      const least = Number.parseFloat(this.#value('height') ?? '') || 0
      const most = Number.parseFloat(this.#value('max-height') ?? '') || Infinity
      const height = Math.min(Math.max(Math.ceil(this.#wanted), least, this.#wanted || least ? 0 : usual), most)
      const frame = this.#frame
      this.#box.style.minHeight = frame ? '' : `${height}px`
      if (!frame) return
      const { top, bottom } = this.getBoundingClientRect()
      const now = frame.offsetHeight
      const grows = least > 0 && now >= least && height > now && !this.#walks
      this.#held = grows && (this.#held ? bottom > 0 && top < innerHeight : bottom < innerHeight)
      if (!this.#held) frame.style.height = `${height}px`
    }
  }

  customElements.define(name, Flowchart)
}

function make<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className = ''): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), className && { className })
}

/** The values in an attribute of JSON; anything else in it counts as none. */
function paramsIn(json: string | undefined): Record<string, string> | undefined {
  try {
    const given: unknown = JSON.parse(json ?? '')
    return Object.fromEntries(Object.entries(given as object).map(([key, value]) => [key, String(value)]))
  } catch {
    return undefined
  }
}
