/** Runs a command of this folder from its TypeScript source: `node run.mjs match …`. Node itself needs no flag and no build. */
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const [command, ...args] = process.argv.slice(2)
const { module } = await runnerImport(fileURLToPath(new URL(`${command}.ts`, import.meta.url)), { configFile: false, logLevel: 'error' })
process.exitCode = await module.main(args)
