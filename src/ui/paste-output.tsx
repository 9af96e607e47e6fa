import { lazy, Suspense, useState } from 'react'
import { Boundary } from './boundary.tsx'

const OutputReading = lazy(() => import('./output-reading.tsx'))

/** “Paste the output”: opens the field that says what it means here. */
export function PasteOutput() {
  const [open, setOpen] = useState(false)
  return (
    <section aria-label="The output" className="screen-only needs-script mt-5">
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="min-h-12 cursor-pointer rounded-md border border-strong px-4 font-semibold hover:border-accent"
      >
        Paste the output
      </button>
      {open && (
        <Boundary otherwise={<p className="mt-2">This part did not load. Reload the page, or compare the output yourself.</p>}>
          <Suspense fallback={<p className="mt-2 text-ink2">Loading …</p>}>
            <OutputReading />
          </Suspense>
        </Boundary>
      )}
    </section>
  )
}
