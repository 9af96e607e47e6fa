/** One command as its help shows it. Options as printed: `--port <port>`, `-h, --help`; arguments: `<id>`, `[id]`, `[name...]`. */
export type CommandFacts = {
  options: readonly string[]
  /** The values an option takes, by its long name, where the help lists them. */
  choices?: Readonly<Record<string, readonly string[]>>
  arguments?: readonly string[]
  subcommands?: readonly string[]
}
/** By the words behind the program's name; the program itself is the empty string. */
export type CommandTree = Readonly<Record<string, CommandFacts>>

/** What a config key takes. `[]` in a key is any place of a list, `*` any name. */
export type KeyFacts = { type: readonly string[]; values?: readonly (string | number | boolean)[]; min?: number; max?: number }

/** What was captured of one release of OpenClaw: `flows/releases/<release>.json`. */
export type ReleaseFacts = {
  release: string
  /** How each part was captured. */
  captured: Readonly<Record<string, string>>
  defaultPort: number
  commands: CommandTree
  config: Readonly<Record<string, KeyFacts>>
  environment: readonly string[]
  /** Those of the families' signatures that the shipped code holds. */
  signatures: readonly string[]
}

/** What was captured of Docker's command line: `flows/releases/docker.json`. */
export type DockerFacts = { docker: string; compose: string; commands: CommandTree }
