import { direct, nativeOnly, shells } from './commands.ts'
import { flow, type Commands, type Step, type Verify } from './flow.ts'

const inImage = 'In Docker Node and OpenClaw come with the image.'
const only = (native: Commands['native']) => ({ native, compose: null, container: null })

const version: Verify = { run: nativeOnly('openclaw --version', inImage), expect: ['2026.'] }
const newTerminal: Step = { text: 'Open a new terminal: the old one keeps the old PATH', risk: 'reads' }
/** The same release, for the Node of this terminal. */
const forThisNode: Commands = {
  ...nativeOnly(shells('npm install -g openclaw@latest', 'npm.cmd install -g openclaw@latest'), inImage),
  earlier: { '2026.2.24': { native: shells('npm install -g openclaw@2026.2.24', 'npm.cmd install -g openclaw@2026.2.24') } },
}
const installer: Step = {
  text: 'Run the installer as your own user. It keeps your config and brings the newest release',
  risk: 'changes-config',
  run: nativeOnly(shells('curl -fsSL https://openclaw.ai/install.sh | bash', 'iwr -useb https://openclaw.ai/install.ps1 | iex'), inImage),
}
/** A service keeps the path of the Node it was installed with. */
const serviceToo: Step = {
  text: 'Let the service use it, too: it keeps the path of the old one',
  risk: 'restarts',
  run: {
    ...nativeOnly('openclaw gateway install --force', inImage),
    otherwise: [
      { when: 'the gateway is no service: leave this out, and start it again in its terminal', run: only('openclaw gateway run') },
    ],
  },
}

const notFound = ['openclaw: command not found', 'command not found: openclaw', 'openclaw: not found', 'is not recognized']
const otherNode = [
  'openclaw requires Node',
  'OpenClaw requires >=',
  'use 24.16+/26.1+',
  'is not WAL-reset-safe',
  'No such built-in module: node:sqlite',
]
const toNotFound = {
  target: 'in-npm',
  description: 'Now openclaw is not found',
  meta: { kind: 'answer', seen: notFound },
} as const
const toOtherNode = { description: 'It asks for another Node', meta: { kind: 'answer', seen: otherNode } } as const

export default flow.createMachine({
  id: 'node-version',
  meta: {
    kind: 'family',
    title: 'Another Node, or openclaw not found',
    summary: 'No command of OpenClaw runs, because the shell finds no openclaw or a Node that this release does not accept.',
    group: 'start',
    messages: [
      'openclaw requires Node >=22.12.0.',
      'openclaw: Node 20.20.2: node:sqlite is unavailable; use 24.16+/26.1+ or a build with the fix.',
      'Node 22.22.0 is unsupported; OpenClaw requires >=24.16.0 <25, or >=26.1.0 (Node 26 recommended).',
      'openclaw: Node 24.16.0: SQLite 3.45.1 is not WAL-reset-safe; use SQLite 3.51.3+, 3.50.7+, or 3.44.6+ on its patched release line.',
      'Update NodeJS: Y/N [N]:',
      'No supported Node runtime is available.',
      'openclaw: command not found',
      'zsh: command not found: openclaw',
      "The term 'openclaw' is not recognized",
      'sudo: openclaw: command not found',
    ],
    prevention: ['prevention/installed', 'prevention/doctor-run'],
  },
  context: ({ input }) => input,
  initial: 'what-says',
  states: {
    'what-says': {
      meta: {
        kind: 'question',
        title: 'What does the terminal answer?',
        body: 'Until this is cured no command works, not even `openclaw --version` or `openclaw doctor`. A gateway that runs already may go on.',
        sources: ['install/node'],
      },
      on: {
        node: { target: 'which-node', guard: 'native', ...toOtherNode },
        'not-found': {
          target: 'where',
          guard: 'native',
          description: 'openclaw is not found',
          meta: { kind: 'answer', seen: notFound },
        },
        asks: {
          target: 'say-yes',
          guard: 'nativeNewest',
          description: 'It asks “Update NodeJS: Y/N”',
          meta: { kind: 'answer', seen: ['Update NodeJS: Y/N'] },
        },
        'no-node': {
          target: 'how-installed',
          guard: 'native',
          description: 'node or npm is not found',
          meta: {
            kind: 'answer',
            seen: [
              'node: command not found',
              'command not found: node',
              "'node': No such file or directory",
              'env: node: No such file',
              'npm: command not found',
            ],
          },
        },
        service: {
          target: 'service-node',
          guard: 'native',
          description: 'The terminal is fine, the service is not',
          meta: { kind: 'answer', hint: 'its log asks for another Node' },
        },
        scripts: {
          target: 'windows',
          guard: 'nativeWindows',
          description: '“running scripts is disabled”',
          meta: { kind: 'answer', seen: ['running scripts is disabled'] },
        },
        'in-container': {
          target: 'by-name',
          guard: 'docker',
          description: 'openclaw is not found in the container',
          meta: { kind: 'answer', seen: ['executable file not found in $PATH', ...notFound] },
        },
        'own-image': {
          target: 'official-image',
          guard: 'docker',
          description: 'An image of my own has another Node',
          meta: { kind: 'answer', seen: otherNode },
        },
      },
    },

    'which-node': {
      meta: {
        kind: 'check',
        title: 'Which Node does this terminal use?',
        body: '2026.9.6 accepts Node 24 from 24.16 on, and 26.1 or newer; 22, 23 and 25 never. 2026.2.24 is content with 22.12 and newer. The line “Detected: node … (exec: …)” names the one that was found.',
        run: nativeOnly('node -v', inImage),
        signatures: [
          'openclaw requires Node >={version}',
          'node:sqlite is unavailable; use 24.16+/26.1+ or a build with the fix',
          'node:sqlite truncates TEXT at embedded NUL',
          'node:sqlite NUL round-trip capability probe failed',
          'is unsupported; OpenClaw requires >={version}',
          'Detected: node {version} (exec: {path})',
          'Upgrade Node and re-run openclaw',
          'this Bun runtime is unsupported because it does not provide node:sqlite',
          'No such built-in module: node:sqlite',
          'Running on an unsupported Node ({version}); diagnostics may show truncated text',
        ],
        symptoms: ['node:sqlite is unavailable', 'missing node:sqlite'],
        sources: ['install/node', 'install/node-compatibility'],
      },
      on: {
        old: [
          {
            target: 'how-installed',
            guard: 'newest',
            description: 'v22, v23, v25, or one before v24.16 or v26.1',
            meta: { kind: 'answer', seen: [/^v(\d|1\d|2[0-3]|25)\./m, /^v24\.(\d|1[0-5])\./m, /^v26\.0\./m] },
          },
          {
            target: 'how-installed',
            description: 'Older than v22.12',
            meta: { kind: 'answer', seen: [/^v(\d|1\d|2[01])\./m, /^v22\.(\d|1[01])\./m] },
          },
        ],
        good: [
          {
            target: 'other-node',
            guard: 'newest',
            description: 'v24.16 or newer 24, or v26.1 and up',
            meta: { kind: 'answer', seen: [/^v24\.(1[6-9]|[2-9]\d)\./m, /^v26\.([1-9]|\d\d)\./m, /^v(2[7-9]|[3-9]\d)\./m] },
          },
          {
            target: 'other-node',
            description: 'v22.12 or newer',
            meta: { kind: 'answer', seen: [/^v22\.(1[2-9]|[2-9]\d)\./m, /^v(2[3-9]|[3-9]\d)\./m] },
          },
        ],
        none: {
          target: 'how-installed',
          description: 'node is not found',
          meta: { kind: 'answer', seen: ['command not found', 'is not recognized'] },
        },
      },
    },

    'other-node': {
      meta: {
        kind: 'question',
        title: 'Where does the message come from, then?',
        body: 'Each terminal, service and editor has a PATH of its own, so they may find different Nodes. With nvm the Node of a new terminal is the default one, not the one you chose here.',
      },
      on: {
        service: { target: 'service-node', description: 'The service: its log or status says it' },
        here: { target: 'nvm', description: 'Another terminal, where I use nvm or fnm' },
        sudo: { target: 'as-yourself', description: 'After sudo, in cron, a script or an editor' },
        sqlite: {
          target: 'run-installer',
          description: 'Here: “SQLite … is not WAL-reset-safe”',
          meta: { kind: 'answer', hint: 'a Node of the distribution', seen: ['is not WAL-reset-safe'] },
        },
      },
    },

    'how-installed': {
      meta: {
        kind: 'question',
        title: 'Where does your Node come from?',
        body: 'Renew it in the way it was installed: two ways side by side leave two Nodes, and the older one may come first. Node is renewed first, OpenClaw after it.',
        sources: ['install/node'],
      },
      on: {
        nvm: { target: 'nvm', description: 'nvm or fnm' },
        system: { target: 'system-node', description: 'apt, dnf, Homebrew, winget or nodejs.org' },
        unknown: { target: 'run-installer', description: 'I do not know, or there is none' },
      },
    },

    nvm: {
      meta: {
        kind: 'fix',
        title: 'Install and choose a newer Node with nvm',
        body: 'Every Node of nvm has programs of its own, so OpenClaw is installed again for the new one. Config and chats stay: they lie in `~/.openclaw`.',
        steps: [
          {
            text: 'Install it and make it the default',
            risk: 'changes-config',
            run: {
              ...nativeOnly(shells('nvm install 26\nnvm use 26\nnvm alias default 26', 'nvm install lts\nnvm use lts'), inImage),
              otherwise: [{ when: 'you use fnm', run: only('fnm install 26\nfnm use 26\nfnm default 26') }],
            },
          },
          { text: 'Install OpenClaw for it', risk: 'changes-config', run: forThisNode },
          newTerminal,
          serviceToo,
        ],
        verify: version,
        symptoms: ['nvm alias default 26'],
        sources: ['install/node', 'cli/gateway/service'],
      },
      on: {
        'not-found': toNotFound,
        'no-nvm': {
          target: 'system-node',
          description: 'nvm is not found',
          meta: { kind: 'answer', seen: ['nvm: command not found', 'command not found: nvm', "'nvm' is not recognized"] },
        },
        service: { target: 'service', description: 'It runs here, and the service does not come up' },
        broken: { target: 'run-installer', ...toOtherNode },
      },
    },

    'system-node': {
      meta: {
        kind: 'fix',
        title: 'Install a newer Node for the whole system',
        body: 'On Linux this is the form for Debian and Ubuntu. Where the Node of a distribution brings a SQLite that OpenClaw refuses, take the installer instead.',
        steps: [
          {
            text: 'Install it',
            risk: 'changes-config',
            run: {
              ...nativeOnly(
                {
                  linux: 'curl -fsSL https://deb.nodesource.com/setup_24.x | sudo -E bash -\nsudo apt-get install -y nodejs',
                  macos: 'brew install node',
                  windows: 'winget install OpenJS.NodeJS.LTS',
                },
                inImage,
              ),
              otherwise: [
                { when: 'the system is Fedora or RHEL', run: only({ linux: 'sudo dnf install nodejs', macos: null, windows: null }) },
                { when: 'you use Chocolatey', run: only({ linux: null, macos: null, windows: 'choco install nodejs-lts' }) },
              ],
            },
          },
          newTerminal,
          { text: 'It must be one that your release accepts', risk: 'reads', run: nativeOnly('node -v', inImage) },
          serviceToo,
        ],
        verify: version,
        sources: ['install/node', 'cli/gateway/service'],
      },
      on: {
        'not-found': toNotFound,
        service: { target: 'service', description: 'It runs here, and the service does not come up' },
        broken: { target: 'run-installer', ...toOtherNode },
      },
    },

    'say-yes': {
      meta: {
        kind: 'fix',
        title: 'Answer Y: OpenClaw fetches a Node of its own',
        body: '2026.9.6 asks this in a terminal when it found no Node it accepts. With Y it downloads one under `~/.openclaw/tools/cli-node` and uses it from then on. Your system’s Node and the service stay as they are. It exists for macOS, Windows and the usual Linux on x64 and ARM64.',
        steps: [
          { text: 'Ask for the version, and answer Y', risk: 'changes-config', run: nativeOnly('openclaw --version', inImage) },
          serviceToo,
        ],
        verify: version,
        signatures: ['Update NodeJS: Y/N'],
        sources: ['install/node#update-from-the-cli'],
      },
      on: {
        service: { target: 'service', description: 'It runs here, and the service does not come up' },
        broken: { target: 'run-installer', ...toOtherNode },
      },
    },

    'service-node': {
      meta: {
        kind: 'fix',
        title: 'Give the service the Node of this terminal',
        body: 'A service keeps the path of the Node it was installed with. A Node of nvm goes when nvm removes it, so 2026.9.6 takes the system’s where there is one.',
        steps: [
          {
            text: 'This Node must be one that your release accepts',
            risk: 'reads',
            run: nativeOnly('node -v\nopenclaw --version', inImage),
          },
          { ...serviceToo, text: 'Write the service anew; it starts by itself' },
        ],
        verify: {
          run: nativeOnly('openclaw gateway health', inImage),
          expect: ['OK ('],
          within: 60,
        },
        signatures: ['No supported Node runtime is available'],
        sources: ['cli/gateway/service', 'install/node'],
      },
      on: {
        'not-found': toNotFound,
        node: { target: 'run-installer', ...toOtherNode },
        broken: { target: 'service', description: 'Written anew, and it does not come up' },
      },
    },

    where: {
      meta: {
        kind: 'question',
        title: 'Where is openclaw not found?',
        body: 'Where it works in one place and not in another, only the PATH of that place is wrong.',
        sources: ['install/node'],
      },
      on: {
        everywhere: { target: 'in-npm', description: 'In every terminal, or right after the installation' },
        sudo: {
          target: 'as-yourself',
          description: 'After sudo, in cron, a script or an editor',
          meta: { kind: 'answer', seen: ['sudo: openclaw: command not found'] },
        },
      },
    },

    'in-npm': {
      meta: {
        kind: 'check',
        title: 'Does npm know OpenClaw?',
        body: 'If npm has it, only the PATH is wrong. With nvm every Node has a list of its own: after a change of Node it is empty.',
        run: nativeOnly(shells('npm ls -g openclaw', 'npm.cmd ls -g openclaw'), inImage),
        signatures: [
          'openclaw: command not found',
          'command not found: openclaw',
          'openclaw: not found',
          "The term 'openclaw' is not recognized",
          "'openclaw' is not recognized as an internal or external command",
        ],
        sources: ['install/node'],
      },
      on: {
        yes: {
          target: 'fix-path',
          description: 'openclaw@ and a version',
          meta: { kind: 'answer', seen: [/\bopenclaw@20\d\d\./] },
        },
        no: {
          target: 'run-installer',
          description: '(empty), or npm is not found either',
          meta: { kind: 'answer', seen: ['(empty)', 'npm: command not found', 'command not found: npm', "'npm.cmd' is not recognized"] },
        },
      },
    },

    'fix-path': {
      meta: {
        kind: 'fix',
        title: 'Put the programs of npm on your PATH',
        body: 'npm put OpenClaw into a folder that your shell does not look into. On Windows that is the folder of `npm prefix -g` itself, elsewhere its `bin`.',
        steps: [
          {
            text: 'For this terminal',
            risk: 'reads',
            run: nativeOnly(shells('export PATH="$(npm prefix -g)/bin:$PATH"\nhash -r', "$env:Path += ';' + (npm.cmd prefix -g)"), inImage),
          },
          {
            text: 'For every new one',
            risk: 'changes-config',
            run: {
              ...nativeOnly(
                {
                  linux: `echo "export PATH=\\"$(npm prefix -g)/bin:\\$PATH\\"" >> ~/.bashrc`,
                  macos: `echo "export PATH=\\"$(npm prefix -g)/bin:\\$PATH\\"" >> ~/.zshrc`,
                  windows: null,
                },
                inImage,
              ),
              none: {
                compose: inImage,
                container: inImage,
                'native/windows':
                  'Settings, System, About, Advanced system settings, Environment Variables: add the folder that `npm.cmd prefix -g` prints to Path.',
              },
            },
          },
        ],
        verify: version,
        symptoms: ['bin/openclaw: No such file or directory'],
        sources: ['install/node'],
      },
      on: {
        node: { target: 'run-installer', ...toOtherNode },
        broken: { target: 'run-installer', description: 'Still not found', meta: { kind: 'answer', seen: notFound } },
      },
    },

    'run-installer': {
      meta: {
        kind: 'fix',
        title: 'Let the installer bring Node and OpenClaw',
        body: 'It looks for a Node that fits, brings one where none does, and sets the PATH. Config, chats and pairings in `~/.openclaw` stay. Where the distribution’s Node has an unsafe SQLite it leaves that alone and takes one of its own.',
        steps: [installer, newTerminal],
        verify: version,
        signatures: ['is not WAL-reset-safe; use SQLite'],
        symptoms: ["env: 'node': No such file or directory"],
        sources: ['install/installer', 'install/node', 'install/index'],
      },
      on: {
        service: { target: 'service', description: 'openclaw runs, and the gateway does not come up' },
        broken: { target: 'collect', description: 'Still not found, or it asks for another Node' },
      },
    },

    'as-yourself': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Run it as yourself, or name the whole path',
        body: 'OpenClaw belongs to your user: `sudo` has another PATH, another home and another config, so leave it out. Cron, scripts and editors get the whole path that the first line prints, and the folder of your Node in PATH.',
        steps: [
          {
            text: 'Where they are',
            risk: 'reads',
            run: nativeOnly(shells('command -v openclaw node', '(Get-Command openclaw, node).Source'), inImage),
          },
          { text: 'As your own user it answers with a version', risk: 'reads', run: nativeOnly('openclaw --version', inImage) },
        ],
        signatures: ['sudo: openclaw: command not found'],
        sources: ['install/node', 'cli/gateway'],
      },
    },
    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Collect this, and ask',
        body: 'Take the output below to https://docs.openclaw.ai/help.',
        steps: [
          { text: 'The versions', risk: 'reads', run: nativeOnly(shells('node -v\nnpm -v', 'node -v\nnpm.cmd -v'), inImage) },
          {
            text: 'Every openclaw and node that the shell finds',
            risk: 'reads',
            run: nativeOnly(shells('which -a openclaw node', 'Get-Command openclaw, node -All'), inImage),
          },
          { text: 'What OpenClaw says itself', risk: 'reads', run: direct('--version') },
        ],
        sources: ['help/index'],
      },
    },

    service: { type: 'final', meta: { kind: 'jump', title: 'The service does not come up', to: 'service-manager' } },
    windows: { type: 'final', meta: { kind: 'jump', title: 'Windows forbids the script', to: 'wsl-and-windows' } },
    'by-name': { type: 'final', meta: { kind: 'jump', title: 'Call it in the container', to: 'docker/call-by-name' } },
    'official-image': { type: 'final', meta: { kind: 'jump', title: 'Take the official image', to: 'docker/official-names' } },
  },
})
