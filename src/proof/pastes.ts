import { filledText } from '../engine/fill.ts'
import { commandFor, stepsOf } from '../engine/step.ts'
import type { Act } from './condition.ts'
import { spotAt } from './route.ts'

/** Puts the piece of a file that a step shows into a file of the system; `around` is what stands there already, with `@` for the piece. */
export const pastes =
  (node: string, step: number, file: string, around = '@', values: Readonly<Record<string, string>> = {}): Act =>
  async (world) => {
    const text = commandFor(stepsOf(spotAt(node).node.meta)[step]?.run, world.env).text
    if (text === null) throw new Error(`${node} shows no piece of a file in step ${step}`)
    const piece = filledText(text, { ...world.values, ...values }, 'posix', 'text')
    await world.types(`sudo tee ${file} > /dev/null <<'END-OF-FILE'\n${around.replace('@', () => piece)}\nEND-OF-FILE`)
  }
