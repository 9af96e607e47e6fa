import { useEffect, useRef, useState, type ComponentProps, type ComponentType, type ReactNode } from 'react'
import type { Chart } from '../chart/geometry.ts'
import type ChartView from './chart/chart.tsx'
import { useFile, useSite } from './session-context.tsx'

/** A chart in the text, whole, in its own proportions; it never takes the page's scroll. `low`: on a phone it leaves room for what stands around. */
export function InlineChart({ family, caption, low = false }: { family: string; caption: string; low?: boolean }) {
  return (
    <div className={`mt-4 rounded-lg border border-line bg-surface ${low ? 'h-80 sm:h-[38rem]' : 'h-[38rem]'}`}>
      <ChartOf family={family} caption={caption} />
    </div>
  )
}

type View = ComponentType<ComponentProps<typeof ChartView>>
type Loaded = { family: string; chart?: Chart; View?: View }

/** Geometry and drawing are fetched when the reader comes near and the page has shown what matters; without them everything else works. */
export function ChartOf({ family, caption, roomy = false }: { family: string; caption: string; roomy?: boolean }) {
  const { loadChart, built, embedded } = useSite()
  const [loaded, setLoaded] = useState<Loaded>()
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!place.current) return undefined
    let stale = false
    const load = async () => {
      const [chart, { default: View }] = await Promise.all([loadChart(family), import('./chart/chart.tsx')])
      return { family, chart, View }
    }
    const start = () =>
      void load()
        .catch((): Loaded => ({ family }))
        .then((result) => !stale && setLoaded(result))
    // A frame cannot tell how far it is from the screen.
    const stop = embedded ? whenIdle(start) : whenNear(place.current, () => whenIdle(start))
    return () => {
      stale = true
      stop()
    }
  }, [family, loadChart, embedded])
  if (loaded?.family !== family)
    return (
      <div ref={place} className="size-full">
        {built ? <Picture key={family} family={family} /> : <Waiting>Drawing the map …</Waiting>}
      </div>
    )
  const { chart, View } = loaded
  if (!chart || !View) return <Waiting>The map did not load. Everything works without it.</Waiting>
  return <View key={family} family={family} chart={chart} caption={caption} roomy={roomy} />
}

/** Begins `task`, which says how it is called off, when `element` is on the screen or at most another screen away; the result calls it off. */
function whenNear(element: Element, task: () => () => void): () => void {
  let stop = () => {}
  const watch = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      stop = task()
    },
    { rootMargin: '100%' },
  )
  watch.observe(element)
  return () => {
    watch.disconnect()
    stop()
  }
}

/** Runs `task` when the browser has nothing better to do; the result cancels it. */
function whenIdle(task: () => void): () => void {
  // Safari has no requestIdleCallback.
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(task, 200)
    return () => clearTimeout(timer)
  }
  const idle = window.requestIdleCallback(task, { timeout: 1500 })
  return () => window.cancelIdleCallback(idle)
}

/** The chart as the build drew it, until it can be clicked here; opened alone, its boxes are links. */
function Picture({ family }: { family: string }) {
  const link = useFile()
  const { embedded } = useSite()
  // The address it was built with stays: another one for the same file would load it anew.
  const [src] = useState(() => link(`charts/${family}.svg`))
  return (
    <a href={src} className="block size-full p-4" {...(embedded && { target: '_blank', rel: 'noopener' })}>
      <img src={src} alt="The whole chart" loading="lazy" decoding="async" className="size-full object-contain" />
    </a>
  )
}

const Waiting = ({ children }: { children: ReactNode }) => (
  <p className="flex h-full items-center justify-center p-6 text-sm text-ink3">{children}</p>
)
