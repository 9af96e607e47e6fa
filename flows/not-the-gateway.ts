import { cli, everywhere, logs, nativeOnly, shells } from './commands.ts'
import { flow } from './flow.ts'

const inImage = 'In Docker the image brings OpenClaw along.'

export default flow.createMachine({
  id: 'not-the-gateway',
  meta: {
    kind: 'family',
    title: 'It is not the gateway',
    summary: 'The line comes from a chat service, a model provider, a browser, npm or another program, and the gateway is fine.',
    group: 'care',
    messages: [
      'Fatal Gateway error: 4014',
      'discord gateway: Gateway websocket closed: 1006',
      '409: Conflict: terminated by other getUpdates request',
      'No active WhatsApp Web listener',
      'LLM request unauthorized.',
      'API rate limit reached. Please try again later.',
      'Context overflow: prompt too large for the model.',
      'Chrome extension relay is running, but no tab is connected',
      'Could not find DevToolsActivePort for chrome',
      'gateway memory probe unavailable',
      'npm error code ENOTEMPTY',
      'Too many arguments for this command.',
    ],
    // Prevention is shown once a fix has worked, and this family holds none.
    prevention: [],
  },
  context: ({ input }) => input,
  initial: 'who-says-it',
  states: {
    'who-says-it': {
      meta: {
        kind: 'question',
        title: 'Who says it?',
        body: 'The gateway prints what others answer: Discord calls its own service a gateway, a provider’s 401 has nothing to do with your gateway’s token, and a browser has ports and WebSockets, too. What stands in brackets at the beginning of the line, or before the colon, is who speaks.',
        sources: ['channels/troubleshooting', 'gateway/troubleshooting'],
      },
      on: {
        chat: {
          target: 'which-chat',
          description: 'A chat service',
          meta: { kind: 'answer', hint: 'Discord, Telegram, WhatsApp', seen: ['discord', 'getUpdates', 'WhatsApp'] },
        },
        model: {
          target: 'which-model-error',
          description: 'A model’s provider',
          meta: {
            kind: 'answer',
            hint: '401, 429, too long, timed out',
            seen: ['provider=', 'LLM request', 'rate limit', 'Context overflow', 'API key'],
          },
        },
        browser: {
          target: 'which-browser-error',
          description: 'The browser the assistant drives',
          meta: {
            kind: 'answer',
            hint: 'Chrome, CDP, extension',
            seen: ['Chrome', 'CDP', 'browser control service', 'DevToolsActivePort'],
          },
        },
        memory: {
          target: 'memory-search',
          description: 'The memory search',
          meta: { kind: 'answer', hint: 'embeddings, “memory probe”', seen: ['memory probe', 'embeddings'] },
        },
        npm: {
          target: 'which-install-error',
          description: 'npm, or the installation',
          meta: { kind: 'answer', seen: ['npm error', 'npm ERR!', 'npm warn', 'EBADENGINE'] },
        },
        command: {
          target: 'which-command-error',
          description: 'The command line itself',
          meta: {
            kind: 'answer',
            hint: 'usage, an old name',
            seen: ['Too many arguments', 'unknown command', 'unknown option', 'moltbot', 'clawdbot'],
          },
        },
        other: { target: 'other-program', description: 'Another program on this machine', meta: { kind: 'answer', seen: ['[Errno'] } },
      },
    },

    'which-chat': {
      meta: {
        kind: 'question',
        title: 'Which chat service, and which words?',
        body: '`openclaw channels status --probe` shows for each channel whether it is configured, running and connected.',
        sources: ['channels/troubleshooting'],
      },
      on: {
        intents: {
          target: 'discord-intents',
          description: 'Discord: 4014, or “disallowed intents”',
          meta: { kind: 'answer', seen: ['4014', 'isallowed intents'] },
        },
        discord: {
          target: 'discord-closes',
          description: 'Discord: its gateway closes again and again',
          meta: { kind: 'answer', seen: ['discord gateway'] },
        },
        telegram: {
          target: 'telegram-conflict',
          description: 'Telegram: 409, “getUpdates”',
          meta: { kind: 'answer', seen: ['409', 'getUpdates'] },
        },
        whatsapp: {
          target: 'whatsapp-listener',
          description: 'WhatsApp: no active listener',
          meta: { kind: 'answer', seen: ['WhatsApp Web listener'] },
        },
        code: { target: 'chat-code', description: 'The bot answers with a code' },
        other: { target: 'other-channel', description: 'Another service, or other words' },
      },
    },

    'which-model-error': {
      meta: {
        kind: 'question',
        title: 'What does the provider say?',
        body: 'The request left your gateway and came back with an error of the provider. A restart of the gateway changes nothing about that.',
        sources: ['help/faq-models', 'concepts/model-failover'],
      },
      on: {
        key: {
          target: 'model-key',
          description: 'The key: 401, 403, unauthorized, none found',
          meta: {
            kind: 'answer',
            seen: ['status=401', 'status=403', 'unauthorized', 'No API key found', 'No credentials found', 'invalid_api_key'],
          },
        },
        limit: {
          target: 'model-limit',
          description: 'Too much: 429, rate limit, quota, credit',
          meta: { kind: 'answer', seen: ['status=429', 'rate limit', 'rate_limit', 'quota', 'billing', 'credit'] },
        },
        long: {
          target: 'model-context',
          description: 'Too long: context overflow',
          meta: { kind: 'answer', seen: ['Context overflow', 'prompt too large', 'context window', 'too long'] },
        },
        slow: {
          target: 'model-slow',
          description: 'Nothing: timed out, “Connection error.”, 5xx',
          meta: { kind: 'answer', seen: ['timed out', 'Connection error', 'status=5', 'overloaded'] },
        },
      },
    },

    'which-browser-error': {
      meta: {
        kind: 'question',
        title: 'What does the browser tool say?',
        body: 'It drives a Chrome of its own or yours, by ports of their own (from 18791 on). The gateway’s port and token are not what is missing.',
        sources: ['tools/browser/troubleshooting', 'gateway/troubleshooting/channel-delivery-and-tools'],
      },
      on: {
        extension: {
          target: 'browser-extension',
          description: 'The Chrome extension or its relay',
          meta: { kind: 'answer', seen: ['extension relay', 'chrome-extension://', 'no tab is connected'] },
        },
        attach: {
          target: 'browser-attach',
          description: 'DevToolsActivePort, or no tabs for “user”',
          meta: { kind: 'answer', seen: ['DevToolsActivePort', 'profile="user"', 'existing-session'] },
        },
        start: {
          target: 'browser-start',
          description: 'Chrome does not start, or CDP is not reachable',
          meta: { kind: 'answer', seen: ['Failed to start Chrome CDP', 'not reachable after start', 'executablePath', 'Remote CDP'] },
        },
        control: {
          target: 'browser-control',
          description: 'The browser control service is not reached',
          meta: { kind: 'answer', seen: ['browser control service'] },
        },
      },
    },

    'which-install-error': {
      meta: {
        kind: 'question',
        title: 'What does the installation say?',
        sources: ['install/installer', 'install/update-troubleshooting'],
      },
      on: {
        npm: {
          target: 'npm-error',
          description: 'npm error: ENOTEMPTY, EACCES, a network error',
          meta: { kind: 'answer', seen: ['ENOTEMPTY', 'npm error', 'npm ERR!'] },
        },
        node: {
          target: 'node-version',
          description: 'EBADENGINE, or it requires another Node',
          meta: { kind: 'answer', seen: ['EBADENGINE', 'requires Node', 'OpenClaw requires >='] },
        },
        missing: {
          target: 'installed',
          description: 'Installed, and openclaw is not found',
          meta: { kind: 'answer', seen: ['command not found', 'is not recognized'] },
        },
      },
    },

    'which-command-error': {
      meta: {
        kind: 'question',
        title: 'What does the command line object to?',
        body: 'It stopped before it asked any gateway.',
        sources: ['cli/index'],
      },
      on: {
        usage: {
          target: 'usage',
          description: 'Unknown command or option, too many arguments',
          meta: {
            kind: 'answer',
            seen: ['Too many arguments', 'too many arguments', 'unknown command', 'unknown option', 'does not know the command'],
          },
        },
        'old-name': {
          target: 'old-name',
          description: 'moltbot or clawdbot is not found',
          meta: { kind: 'answer', seen: ['moltbot', 'clawdbot'] },
        },
        missing: {
          target: 'installed',
          description: 'openclaw is not found',
          meta: { kind: 'answer', seen: ['openclaw: command not found', "'openclaw' is not recognized"] },
        },
      },
    },

    'discord-intents': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: Discord refuses the bot’s intents',
        body: 'This is not your gateway, although Discord uses the word. 4014 means that the bot asks for rights its owner has not switched on. Open the Discord Developer Portal, your application, Bot: switch on “Message Content Intent”, and “Server Members Intent” if you look people up by name. Then restart the gateway.',
        steps: [{ text: 'Afterwards: is the channel connected', risk: 'reads', run: cli('channels status --probe') }],
        signatures: [
          'Fatal Gateway error: 4014',
          'discord gateway: WebSocket connection closed with code 4014',
          'discord gateway error: Error: Fatal Gateway error: 4014',
          'channel exited: Fatal Gateway error: 4014',
        ],
        symptoms: ['Used disallowed intents'],
        sources: ['channels/discord/troubleshooting', 'channels/discord/setup'],
      },
    },
    'discord-closes': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: the line to Discord breaks',
        body: 'This is not your gateway: `discord gateway` is Discord’s own service on the internet, and 1005 or 1006 there is its connection. OpenClaw tries again by itself. If it never gets ready, look at the machine’s way to discord.com (DNS, proxy, VPN), and whether a second program uses the same bot token. 4004 is a wrong bot token.',
        steps: [
          { text: 'Is the channel connected', risk: 'reads', run: cli('channels status --probe') },
          { text: 'What it prints', risk: 'reads', run: logs(100) },
        ],
        signatures: [
          'discord gateway: WebSocket connection closed with code {code}',
          'discord gateway: Gateway websocket closed: {code}',
          'discord gateway: Attempting resume with backoff: {ms}ms',
          'discord gateway error: {error}',
        ],
        symptoms: ['Fatal Gateway error: 4004', '[discord] client initialized as {id}; awaiting gateway readiness'],
        sources: ['channels/discord/troubleshooting', 'channels/troubleshooting'],
      },
    },
    'telegram-conflict': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: two programs use one Telegram bot',
        body: 'This is not your gateway’s connection: Telegram answers 409 because somebody else fetches the messages of the same bot. Look for an old container, a second machine, another bot program. If you find none, make a new token at @BotFather: the other one is then locked out. A webhook that is still set does the same.',
        steps: [
          { text: 'Does a second gateway run here', risk: 'reads', run: cli('gateway status --deep') },
          { text: 'In Docker: does a second container', risk: 'reads', run: everywhere('docker ps -a') },
          { text: 'Afterwards: is the channel connected', risk: 'reads', run: cli('channels status --probe') },
        ],
        signatures: [
          'getUpdates conflict',
          '409: Conflict: terminated by other getUpdates request',
          'terminated by other getUpdates request; make sure that only one bot instance is running',
          'Another OpenClaw gateway, script, or Telegram poller may be using this bot token',
        ],
        sources: ['channels/telegram/troubleshooting', 'channels/telegram/messaging'],
      },
    },
    'whatsapp-listener': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: WhatsApp is not linked or not running',
        body: 'This is not your gateway: it answered, and its WhatsApp channel has no connection for that account. Look whether the account is linked and connected; link it by QR code if it is not. Right after a start wait a minute.',
        steps: [
          { text: 'Is it linked and connected', risk: 'reads', run: cli('channels status --probe') },
          {
            text: 'If it is not linked: scan the QR code',
            risk: 'changes-config',
            run: cli('channels login --channel whatsapp', { asks: true }),
          },
        ],
        signatures: ['No active WhatsApp Web listener'],
        sources: ['channels/whatsapp', 'channels/troubleshooting'],
      },
    },
    'other-channel': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Look at the channel, not at the gateway',
        body: 'As long as `gateway status` says “probe: ok”, the gateway is fine, and the channel has the error. The pages on channels list the lines of each service with their cures.',
        steps: [
          { text: 'The state of every channel', risk: 'reads', run: cli('channels status --probe') },
          { text: 'What the channels print', risk: 'reads', run: cli('channels logs') },
        ],
        sources: ['channels/troubleshooting', 'channels/index'],
      },
    },
    'model-key': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: the provider does not take the key',
        body: 'This is not your gateway’s token but the key of the model’s provider: missing, wrong, expired or without rights for that model. See which one is used, and log in or set the key again. A 403 with a page of text comes from a firewall before the provider.',
        steps: [{ text: 'Which models and keys there are, and whether they still hold', risk: 'reads', run: cli('models status') }],
        symptoms: [
          'LLM request unauthorized.',
          'No API key found for provider {provider}',
          '[model-fetch] response provider={provider} api={api} model={model} status=401',
          '[model-fetch] response provider={provider} api={api} model={model} status=403',
          'Authentication failed (provider returned HTTP 401)',
        ],
        sources: ['help/faq-models', 'gateway/authentication', 'gateway/troubleshooting/skills-and-model-providers'],
      },
    },
    'model-limit': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: the provider’s limit is reached',
        body: 'This is not your gateway: the provider counts requests, words or money, and your account has used them up for now. Wait for the time it names, raise the plan, or let a second model step in.',
        steps: [{ text: 'Which models are set, and what would step in', risk: 'reads', run: cli('models status') }],
        symptoms: [
          'API rate limit reached. Please try again later.',
          'LLM request rate limited.',
          'request reached organization TPD rate limit, current: {n}, limit: {m}',
          '[model-fetch] response provider={provider} api={api} model={model} status=429',
          'HTTP 429: rate_limit_error',
        ],
        sources: ['concepts/model-failover', 'gateway/troubleshooting/skills-and-model-providers', 'help/faq-first-run'],
      },
    },
    'model-context': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: the conversation is too long',
        body: 'This is not your gateway: the model takes no more text than fits its window. Send `/new` or `/reset` in the chat to begin a fresh conversation, or choose a model with a larger window.',
        symptoms: ['Context overflow: prompt too large for the model', 'Context overflow — prompt too large for this model'],
        sources: ['concepts/compaction', 'help/faq-models'],
      },
    },
    'model-slow': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: the provider does not answer',
        body: 'This is not your gateway: it waits for a provider that is slow, overloaded or not reached. Look at the provider’s status page and at this machine’s way out (DNS, proxy). A model of your own has to run, and answer at the address in its config.',
        steps: [
          { text: 'Which provider it asks', risk: 'reads', run: cli('models status') },
          { text: 'What it prints', risk: 'reads', run: logs(100) },
        ],
        symptoms: ['LLM request timed out.', 'LLM request failed with an unknown error'],
        sources: ['concepts/model-failover', 'gateway/local-models', 'gateway/troubleshooting/skills-and-model-providers'],
      },
    },
    'browser-extension': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: the Chrome extension has no tab',
        body: 'This is not your gateway: the relay between Chrome and OpenClaw runs, and no tab is given to it, or the extension speaks another version. Open a tab and click the extension’s icon there; after an update of OpenClaw reload the extension in chrome://extensions.',
        steps: [{ text: 'How the browser stands', risk: 'reads', run: cli('browser status') }],
        signatures: ['Chrome extension relay is running, but no tab is connected'],
        symptoms: ['invalid handshake conn={id} origin=chrome-extension://{extension}', 'frameMethod: forwardCDPEvent'],
        sources: ['tools/chrome-extension', 'tools/browser/troubleshooting'],
      },
    },
    'browser-attach': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: your own Chrome does not let it in',
        body: 'This is not your gateway: the profile `user` joins the Chrome you have open. Open chrome://inspect there, switch remote debugging on, leave Chrome open, and allow the question it asks. If no login of yours is needed, the profile `openclaw` is simpler.',
        steps: [{ text: 'How the browser stands', risk: 'reads', run: cli('browser status') }],
        signatures: ['Could not find DevToolsActivePort for chrome'],
        symptoms: ['existing-session attach for profile "user" timed out waiting for tabs', 'No browser tabs found for profile="user"'],
        sources: ['gateway/troubleshooting/channel-delivery-and-tools', 'tools/browser/existing-session'],
      },
    },
    'browser-start': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: Chrome does not start',
        body: 'This is not your gateway: the browser that the assistant drives did not come up, or answers no more. On Ubuntu the snap of Chromium is the usual cause: install Google Chrome. On a machine without a screen it needs headless mode; in Docker the image needs a browser in it.',
        steps: [{ text: 'How the browser stands', risk: 'reads', run: cli('browser status') }],
        symptoms: [
          'Failed to start Chrome CDP on port {port} for profile "{profile}"',
          'Chrome CDP websocket for profile "{profile}" is not reachable after start',
          'Remote CDP for profile "{profile}" is not reachable',
        ],
        sources: ['tools/browser-linux-troubleshooting', 'tools/browser/troubleshooting'],
      },
    },
    'browser-control': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'The browser tool hangs, and the gateway answers',
        body: 'If `gateway status` says “probe: ok”, this is not your gateway: only its browser part did not answer in time. Close the driven browser and try again; restart the gateway if that part stays silent.',
        steps: [
          { text: 'Is the gateway itself fine', risk: 'reads', run: cli('gateway status') },
          { text: 'How the browser stands', risk: 'reads', run: cli('browser status') },
        ],
        symptoms: ["Can't reach the openclaw browser control service"],
        sources: ['tools/browser/troubleshooting', 'gateway/troubleshooting/channel-delivery-and-tools'],
      },
    },
    'memory-search': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: the memory search is not ready',
        body: 'This is not your gateway: doctor asked its memory search and gave up after three seconds. A local model for it may still be loading, or its file is missing; a provider needs a key. The gateway works without it, only searching the memory does not.',
        steps: [{ text: 'The state of the memory search', risk: 'reads', run: cli('memory status --deep') }],
        symptoms: [
          'gateway memory probe unavailable: gateway timeout after {ms}ms',
          'gateway memory probe unavailable',
          'the gateway reports local embeddings are not ready',
        ],
        sources: ['concepts/memory-search', 'concepts/memory-builtin'],
      },
    },
    'npm-error': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: npm could not install it',
        body: 'This is not your gateway. ENOTEMPTY: an earlier try left a folder behind, or a gateway runs from it: stop the gateway, delete the folder `.openclaw-…` that the line names, install again. EACCES: npm writes into a folder of root; give it one of yours. A network error: try again, or look at your proxy.',
        steps: [
          { text: 'Where npm installs to', risk: 'reads', run: nativeOnly('npm prefix -g', inImage) },
          { text: 'Install again', risk: 'changes-config', run: nativeOnly('npm install -g openclaw@latest', inImage) },
        ],
        symptoms: [
          'npm error code ENOTEMPTY',
          'npm error code EACCES',
          'npm ERR! code ENOTEMPTY',
          'npm ERR! code EACCES',
          'npm error syscall rename',
        ],
        sources: ['install/update-troubleshooting', 'install/node', 'install/installer'],
      },
    },
    usage: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: the command is written otherwise',
        body: 'This is not your gateway: commands and options differ between releases, and a guide may be older or newer than yours. `--help` behind each part shows what your release knows. Quotes that got lost also make “too many arguments”.',
        steps: [
          { text: 'Your release', risk: 'reads', run: cli('--version') },
          { text: 'The commands it knows', risk: 'reads', run: cli('--help') },
        ],
        symptoms: ['Too many arguments for this command.', 'error: too many arguments for {command}. Expected {n} arguments but got {m}'],
        sources: ['cli/index'],
      },
    },
    'old-name': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: the program is called openclaw now',
        body: 'This is not your gateway: `clawdbot` and `moltbot` are earlier names of OpenClaw. Type `openclaw` in their place; the arguments are mostly the same. If that is not found either, install it anew; an old installation can go afterwards.',
        steps: [
          { text: 'Is it there under its new name', risk: 'reads', run: cli('--version') },
          {
            text: 'If not: install it',
            risk: 'changes-config',
            run: nativeOnly(
              shells('curl -fsSL https://openclaw.ai/install.sh | bash', 'iwr -useb https://openclaw.ai/install.ps1 | iex'),
              inImage,
            ),
          },
        ],
        signatures: [
          "The term 'moltbot' is not recognized",
          "The term 'clawdbot' is not recognized",
          'moltbot: command not found',
          'clawdbot: command not found',
          'command not found: moltbot',
          'command not found: clawdbot',
        ],
        sources: ['install/updating', 'install/installer'],
      },
    },
    'other-program': {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Not your gateway: another program wants that port',
        body: 'This is not your gateway as long as the port in the line is not its own, 18789 unless you changed it. `[Errno 98]` is how Python says it: a plugin, a skill or a server of your own starts twice. See who has that port (put the number of the line in), and stop it or give it another one.',
        steps: [
          {
            text: 'Who has the port',
            risk: 'reads',
            run: everywhere({
              linux: 'ss -ltnp | grep :<newPort>',
              macos: 'lsof -nP -iTCP:<newPort> -sTCP:LISTEN',
              windows: 'Get-NetTCPConnection -LocalPort <newPort> -State Listen | ForEach-Object { Get-Process -Id $_.OwningProcess }',
            }),
          },
        ],
        symptoms: [
          "[Errno 98] error while attempting to bind on address ('{address}', {port}): address already in use",
          '[Errno 98] Address already in use',
        ],
        sources: ['gateway/troubleshooting', 'gateway/config-gateway'],
      },
    },

    'chat-code': { type: 'final', meta: { kind: 'jump', title: 'Approve the chat user', to: 'access-not-configured/approve-chat' } },
    installed: { type: 'final', meta: { kind: 'jump', title: 'Install it, or find it', to: 'node-version' } },
    'node-version': { type: 'final', meta: { kind: 'jump', title: 'Install a Node that fits', to: 'node-version' } },
  },
})
