import { createContext, use, type ReactNode } from 'react'
import { useAfterPaint } from './after-paint.ts'
import { useSession, useSite } from './session-context.tsx'

const Whole = createContext(true)

/**
 * A step that the reader goes on to is on the screen before what stands below it and what is hidden. Not on the way back: the browser
 * looks for the old height of the page; and not in a frame, whose height follows its content.
 */
export function StepFirst({ place, children }: { place: string; children: ReactNode }) {
  const { embedded } = useSite()
  const onward = useSession(({ context }) => context.move === 'push')
  const painted = useAfterPaint(place)
  const whole = embedded || !onward || painted === place
  return <Whole value={whole}>{children}</Whole>
}

/** Whether the step is on the screen; true outside of `StepFirst`. */
export const useWhole = (): boolean => use(Whole)

/** What stands below the step. */
export const AfterStep = ({ children }: { children: ReactNode }) => useWhole() && children
