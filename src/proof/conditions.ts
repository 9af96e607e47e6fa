import type { Condition } from './condition.ts'

const modules = import.meta.glob<{ default: readonly Condition[] }>('./conditions/*.ts', { eager: true })

/** Every condition, by file. */
export const conditions: readonly Condition[] = Object.values(modules).flatMap((module) => module.default)
