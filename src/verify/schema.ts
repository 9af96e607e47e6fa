import type { KeyFacts } from './facts.ts'

type Schema = {
  type?: string | readonly string[]
  properties?: Readonly<Record<string, Schema>>
  additionalProperties?: boolean | Schema
  items?: Schema
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  allOf?: readonly Schema[]
  const?: string | number | boolean
  enum?: readonly (string | number | boolean)[]
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
}

/** The keys of a JSON Schema that `wanted` accepts, with what each takes, sorted by key. */
export function keysOf(schema: Schema, wanted: (key: string) => boolean): Record<string, KeyFacts> {
  const found = new Map<string, KeyFacts>()
  visit(schema, '', found)
  return Object.fromEntries([...found].filter(([key]) => wanted(key)).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function visit(schema: Schema, key: string, found: Map<string, KeyFacts>): void {
  const forms = formsOf(schema)
  if (key) found.set(key, factsOf(forms))
  for (const form of forms) {
    for (const [name, value] of Object.entries(form.properties ?? {})) visit(value, key ? `${key}.${name}` : name, found)
    if (form.items) visit(form.items, `${key}[]`, found)
    if (typeof form.additionalProperties === 'object') visit(form.additionalProperties, key ? `${key}.*` : '*', found)
  }
}

/** What is allowed in the alternative, each form on its own. */
const formsOf = (schema: Schema): Schema[] => {
  const { anyOf, oneOf, allOf, ...own } = schema
  const inner = [...(anyOf ?? []), ...(oneOf ?? []), ...(allOf ?? [])].flatMap(formsOf)
  return own.type !== undefined || own.enum !== undefined || own.const !== undefined || inner.length === 0 ? [own, ...inner] : inner
}

function factsOf(forms: readonly Schema[]): KeyFacts {
  const type = [
    ...new Set(forms.flatMap(({ type: each, enum: listed, const: one }) => each ?? typeof (one ?? listed?.[0] ?? {}))),
  ].toSorted()
  const values = forms.map(({ enum: listed, const: one }) => listed ?? (one === undefined ? undefined : [one]))
  // A key that takes any text beside the listed values lists nothing.
  const closed = values.every((each) => each !== undefined)
  const min =
    forms.find(({ minimum }) => minimum !== undefined)?.minimum ??
    forms.find((form) => form.exclusiveMinimum !== undefined)?.exclusiveMinimum
  const max = forms.find(({ maximum }) => maximum !== undefined)?.maximum
  return {
    type,
    ...(closed && { values: [...new Set(values.flatMap((each) => each ?? []))] }),
    // JSON Schema gives every integer the bounds of a safe one.
    ...(min !== undefined && Math.abs(min) < Number.MAX_SAFE_INTEGER && { min }),
    ...(max !== undefined && Math.abs(max) < Number.MAX_SAFE_INTEGER && { max }),
  }
}
