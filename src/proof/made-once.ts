import { existsSync, rmSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { whenLeaving } from '../verify/leaving.ts'

/**
 * A folder of the cache, made when it is not there: under another name first, so that an interrupted run leaves nothing that looks
 * complete, and nothing else. `make` is given that name, and returns what in it becomes the folder.
 */
export async function madeOnce(folder: string, make: (making: string) => Promise<string>): Promise<string> {
  if (existsSync(folder)) return folder
  await mkdir(dirname(folder), { recursive: true })
  const making = await mkdtemp(`${folder}.`)
  const stayed = whenLeaving(() => rmSync(making, { recursive: true, force: true, maxRetries: 10 }))
  try {
    await rename(await make(making), folder)
  } catch (error) {
    // Somebody else may have made the same meanwhile.
    if (!existsSync(folder)) throw error
  } finally {
    await rm(making, { recursive: true, force: true })
    stayed()
  }
  return folder
}
