import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { newest } from '../../flows/flow.ts'
import { environments, nodesOf } from '../engine/graph.ts'
import { placeholdersIn } from '../engine/fill.ts'
import { commandFor, stepsOf } from '../engine/step.ts'
import { contentOf } from './content.ts'
import { families, proofs } from './families.ts'
import schema from './flows.schema.json' with { type: 'json' }

type Texts = Record<string, Record<string, string | null>>
type Content = {
  families: {
    id: string
    nodes: { id: string; steps: { commands: Texts; none?: Record<string, string>; earlier?: Record<string, Texts> }[] }[]
  }[]
}
const content = JSON.parse(JSON.stringify(contentOf(families, proofs))) as Content

test('flows.json fits its schema', () => {
  const validate = new Ajv({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(schema)
  expect(validate(content), JSON.stringify(validate.errors?.slice(0, 5), null, 1)).toBe(true)
})

test('flows.json gives, in every environment, what the page shows', () => {
  for (const family of families)
    for (const node of nodesOf(family)) {
      const said = content.families.find(({ id }) => id === family.id)?.nodes.find(({ id }) => id === node.id)
      for (const [i, step] of stepsOf(node.meta).entries())
        for (const env of environments) {
          const { commands, earlier, none } = said!.steps[i]!
          const text = (env.release === newest ? commands : (earlier?.[env.release] ?? commands))[env.install]?.[env.os] ?? null
          const shown = commandFor(step.run, env).text
          expect(text === null, `${family.id}/${node.id} step ${i}`).toBe(shown === null)
          if (text === null)
            expect(none?.[env.install] ?? none?.[`${env.install}/${env.os}`], `${family.id}/${node.id} step ${i}: a reason`).toBeTruthy()
          else if (placeholdersIn(shown ?? '').length === 0) expect(text).toBe(shown)
        }
    }
})
