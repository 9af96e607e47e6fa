/** The types of `embed.js`: what `<openclaw-flowchart>` takes, and what it tells the page around it. */

/** Each is also an attribute of the same name; all can be changed at any time. */
export interface FlowchartAttributes {
  /** The family of errors; none shows the paste box and all families. `family/node` works too. */
  family?: string
  /** One node of it. */
  node?: string
  /** The literal text of an error, in place of `family` and `node`: opens what handles it. */
  error?: string
  install?: 'native' | 'docker' | 'compose' | 'container'
  os?: 'linux' | 'macos' | 'windows'
  release?: string
  /** `auto`, the default, follows the page around. */
  theme?: 'auto' | 'light' | 'dark'
  lang?: string
  view?: 'steps' | 'chart' | 'both'
  /** The least height in px; it is reserved before anything loads. */
  height?: string | number
  /** The most height in px; what is taller scrolls inside. */
  'max-height'?: string | number
  /** `lazy`, the default: when it comes near the viewport. `click`: a button stands there first. */
  loading?: 'lazy' | 'eager' | 'click'
  /** JSON: values for placeholders of commands, such as `{"container": "claw"}`. */
  params?: string
}

/** Where the reader stands: ids as in the addresses. Both are missing where all families are listed. */
export interface FlowchartPlace {
  family?: string
  node?: string
}

/** The detail of each event, by the part of its name behind `openclaw-flowchart:`. */
export interface FlowchartEvents {
  ready: FlowchartPlace & { protocol: number }
  /** `url` is the same place on the full site. */
  navigate: FlowchartPlace & { url: string; title: string }
  /** `command` names what was copied, such as `step-1`; never its text. */
  copy: FlowchartPlace & { command: string }
  outcome: FlowchartPlace & { result: string }
  error: { message: string }
}

export interface FlowchartElement extends HTMLElement {
  addEventListener<Type extends keyof FlowchartEvents>(
    type: `openclaw-flowchart:${Type}`,
    listener: (event: CustomEvent<FlowchartEvents[Type]>) => void,
    options?: boolean | AddEventListenerOptions,
  ): void
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void
}

declare global {
  interface HTMLElementTagNameMap {
    'openclaw-flowchart': FlowchartElement
  }
}

/** For JSX: `declare module 'react' { namespace JSX { interface IntrinsicElements extends FlowchartIntrinsic {} } }`, and so for others. */
export interface FlowchartIntrinsic {
  'openclaw-flowchart': FlowchartAttributes & { children?: unknown; id?: string; title?: string; className?: string; class?: string }
}
