import { families } from '../chart/families.ts'
import { captured } from '../verify/captured.ts'
import { runs } from '../verify/runs.ts'
import { verify } from '../verify/verify.ts'

/** `npm run verify`: reads every command against the captured facts. Offline. Resolves to the exit status: 1 when something is wrong. */
export async function main(): Promise<number> {
  const facts = captured()
  const { findings, texts, openclaw, docker } = verify(families, facts, runs)
  for (const finding of findings) console.error(finding)
  const read = `${texts} texts (${openclaw} command lines of openclaw, ${docker} of docker) of ${families.length} families`
  console.log(`Read ${read} against ${[...facts.releases.keys()].join(' and ')}, and ${runs.length} proofs: ${findings.length} findings.`)
  return findings.length > 0 ? 1 : 0
}
