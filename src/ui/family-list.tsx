import type { Group } from '../../flows/flow.ts'
import { useHref, type FamilySummary } from './session-context.tsx'

/** What the reader sees, the commonest first. */
export const groups: readonly (readonly [Group, string])[] = [
  ['start', 'It does not start'],
  ['connect', 'It cannot be reached'],
  ['refused', 'It refuses me'],
  ['drops', 'It drops, or sending fails'],
  ['docker', 'In Docker'],
  ['care', 'Start over, or stay healthy'],
]

/** All families by what the reader sees, each with its commonest message. */
export function FamilyList({ families }: { families: readonly FamilySummary[] }) {
  const href = useHref()
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 md:grid-cols-[repeat(2,minmax(0,1fr))]">
      {groups.map(([group, title]) => {
        const members = families.filter((family) => family.group === group && family.id !== 'triage')
        if (members.length === 0) return null
        return (
          <section key={group} aria-labelledby={`group-${group}`} className="mt-8">
            <h3 id={`group-${group}`} className="text-sm font-semibold text-ink2">
              {title}
            </h3>
            <ul className="mt-2">
              {members.map((family) => (
                <li key={family.id} className="border-t border-line">
                  <a href={href({ family: family.id })} className="group block min-h-16 py-3">
                    <span className="font-semibold text-ink group-hover:text-accent group-hover:underline">{family.title}</span>
                    {family.message === undefined ? (
                      <span className="mt-0.5 block text-sm text-ink2">{family.summary}</span>
                    ) : (
                      <span className="mt-0.5 block truncate font-mono text-[0.8125rem] text-ink3">{family.message}</span>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}
