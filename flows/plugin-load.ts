import { cli, editConfig, formsOf, healthy, inside, offline, variants } from './commands.ts'
import { flow, type Commands, type Step, type Verify } from './flow.ts'
import { bringUpStep, copyInState, repairSteps, restartStep, startStep, stopStep } from './steps.ts'

const up: Verify = { ...healthy, within: 120 }

/** Loads every plugin without starting anything, so it tells the truth while the gateway is down as well. One that starts holds the state: “startup migrations are already running”. */
const pluginsDoctor: Commands = offline('plugins doctor')
const allLoad: Verify = {
  run: pluginsDoctor,
  expect: ['Plugin discovery, module loading, compatibility, and configuration checks passed'],
  within: 60,
  earlier: { '2026.2.24': { expect: ['No plugin issues detected.'] } },
}

const keepCopy: Step = {
  text: 'Keep a copy of the config',
  risk: 'changes-config',
  run: copyInState('openclaw.json', 'openclaw.json.before-edit'),
}
/** 2026.2.24 refuses every plugin command while the config names a plugin that is not there. */
const onlyEarlier = '2026.9.6 only warns, so nothing is locked.'

export default flow.createMachine({
  id: 'plugin-load',
  meta: {
    kind: 'family',
    title: 'Plugin not found, or fails to load',
    summary: 'The config names a plugin that is not there, or a plugin breaks while it is loaded.',
    group: 'start',
    messages: [
      'plugins.entries.no-such-plugin: plugin not found: no-such-plugin',
      'plugins.allow: plugin not found: no-such-plugin',
      'plugins.load.paths: plugin: plugin path not found: /home/user/.openclaw/my-plugin',
      'Plugin "no-such-plugin" settings cannot be checked until its data/settings upgrade finishes.',
      'Plugin "no-such-plugin" data/settings upgrade is unfinished: The configured plugin package is missing or has not converged.',
      'plugins.load.paths: Configured plugin load path is unavailable: /home/user/.openclaw/my-plugin.',
      "[plugins] my-plugin failed to load from /home/user/.openclaw/extensions/my-plugin/index.js: Error: Cannot find module 'left-pad'",
      "[plugins] openclaw-weixin failed to load: Error: Cannot find module 'openclaw/plugin-sdk'",
      'PluginLoadFailureError: plugin load failed: my-plugin: TypeError: Cannot read properties of undefined',
      'plugin not installed: codex — install the official external plugin with: openclaw plugins install @openclaw/codex',
    ],
    prevention: ['prevention/doctor-run', 'prevention/data-persisted'],
  },
  context: ({ input }) => input,
  initial: 'what-it-says',
  states: {
    'what-it-says': {
      meta: {
        kind: 'question',
        title: 'What does it say about the plugin?',
        body: 'A plugin that is named but missing stops 2026.2.24; 2026.9.6 starts and warns. One that breaks while it loads is left out on both, and the gateway goes on with the others: so look whether it is the plugin that keeps you from working at all.',
        symptoms: ['Startup migration warnings; continuing with degraded state', 'plugin failed to load', 'plugin does not load'],
        sources: ['tools/plugin', 'cli/plugins'],
      },
      on: {
        missing: {
          target: 'plugin-wanted',
          description: 'plugin not found, or “upgrade is unfinished”',
          meta: { kind: 'answer', hint: 'also “plugin not installed”' },
        },
        fails: {
          target: 'why-fails',
          description: 'failed to load, or Cannot find module',
          meta: { kind: 'answer', hint: 'also PluginLoadFailureError' },
        },
        path: { target: 'load-path', description: 'plugin path not found, load path is unavailable' },
        owner: [
          { target: 'own-state', guard: 'docker', description: 'suspicious ownership, or present but blocked' },
          { target: 'permissions', description: 'suspicious ownership, or present but blocked' },
        ],
        channel: { target: 'config-invalid', description: 'unknown channel id, or another place of the config' },
        silent: { target: 'why-fails', description: 'Nothing: it just is not there' },
      },
    },

    'plugin-wanted': {
      meta: {
        kind: 'question',
        title: 'Do you still want that plugin?',
        body: 'The config names it under `plugins.entries`, `plugins.allow` or a slot, but it is not installed: it was removed, renamed, never installed, or it went with a container whose state was not mounted.',
        signatures: [
          'plugin not found: {plugin}',
          'plugins.entries.{plugin}: plugin not found',
          'plugins.allow: plugin not found',
          'memory slot plugin not found or not marked as memory: {plugin}',
          'plugin removed: {plugin} (stale config entry ignored; remove it from plugins config)',
          'Stale plugin references (plugins.allow/deny/entries)',
        ],
        symptoms: [
          'Plugin "{plugin}" settings cannot be checked until its data/settings upgrade finishes',
          'Plugin "{plugin}" data/settings upgrade is unfinished',
          'The configured plugin package is missing or has not converged',
        ],
        sources: ['tools/plugin', 'cli/plugins/install'],
      },
      on: {
        no: { target: 'forget-plugin', description: 'No, or I do not know it' },
        yes: { target: 'install-missing', description: 'Yes, it should work again' },
        lost: { target: 'mount-state', guard: 'docker', description: 'Yes, and the config went with the container, too' },
      },
    },

    'forget-plugin': {
      meta: {
        kind: 'fix',
        title: 'Take the missing plugin out of the config',
        body: 'On 2026.9.6 doctor removes what names a plugin that is not there. It stops at that as long as a path of `plugins.load.paths` is missing as well.\n\nOn 2026.2.24 doctor leaves it in, and `plugins disable`, `plugins uninstall` and `config unset` answer “Config invalid”: there the lines are taken out in the file, under "entries", "allow", "deny" and "slots" of "plugins".',
        steps: [
          stopStep,
          keepCopy,
          {
            text: 'Take it out. In the editor: remove its name wherever it stands under "plugins"',
            risk: 'changes-config',
            run: { ...offline('doctor --fix --non-interactive'), earlier: { '2026.2.24': formsOf('2026.2.24', editConfig) } },
          },
          {
            text: 'See that no plugin is complained about any more',
            risk: 'reads',
            run: { ...offline('config validate'), earlier: { '2026.2.24': formsOf('2026.2.24', offline('config get gateway.mode')) } },
          },
          startStep,
        ],
        verify: up,
        sources: ['tools/plugin', 'cli/doctor', 'cli/plugins/inspect-and-diagnose'],
      },
      on: {
        path: {
          target: 'load-path',
          description: 'It names a path of plugins.load.paths',
          meta: {
            kind: 'answer',
            seen: ['Configured plugin load path is unavailable', 'plugin path not found', 'Auto-removal is paused'],
          },
        },
        other: {
          target: 'config-invalid',
          description: 'Another place of the config is invalid',
          meta: { kind: 'answer', seen: ['Unrecognized key', 'Invalid input', 'JSON5 parse failed', 'unknown channel id'] },
        },
        broken: { target: 'not-ready', description: 'No plugin is named, and it is not up' },
      },
    },

    'install-missing': {
      meta: {
        kind: 'fix',
        title: 'Install the plugin again',
        body: '2026.9.6 names the package in its message, such as `@openclaw/codex`; `openclaw update repair` retries all that are missing. It asks before it installs from a place other than ClawHub or npm’s official ones.\n\nOn 2026.2.24 first take the name out of the file, as the install is refused while the config is invalid; the install writes it in again. A plugin is code that runs inside the gateway: install what you trust.',
        steps: [
          keepCopy,
          {
            text: 'Remove its name under "plugins" in the file',
            risk: 'changes-config',
            run: variants(
              {},
              {
                none: { native: onlyEarlier, compose: onlyEarlier, container: onlyEarlier },
                earlier: { '2026.2.24': formsOf('2026.2.24', editConfig) },
              },
            ),
          },
          {
            text: 'Install it',
            risk: 'changes-config',
            run: {
              ...cli('plugins install <pluginPackage>', { asks: true }),
              earlier: { '2026.2.24': formsOf('2026.2.24', offline('plugins install <pluginPackage>', { asks: true })) },
            },
          },
          restartStep,
        ],
        verify: allLoad,
        signatures: [
          'plugin not installed: {plugin} — install the official external plugin with: openclaw plugins install {package}',
          'Failed to install missing configured plugin "{plugin}"',
        ],
        sources: ['cli/plugins/install', 'plugins/manage-plugins', 'cli/update'],
      },
      on: {
        network: {
          target: 'collect',
          description: 'npm view failed, or no such package',
          meta: { kind: 'answer', seen: ['npm view failed', 'npm error', 'E404', 'ENOTFOUND', 'SELF_SIGNED_CERT_IN_CHAIN'] },
        },
        fails: {
          target: 'why-fails',
          description: 'It is installed, and fails to load',
          meta: { kind: 'answer', seen: ['failed to load', 'failed during load', 'Plugin errors:'] },
        },
        broken: { target: 'disable-plugin', description: 'It cannot be installed' },
      },
    },

    'load-path': {
      meta: {
        kind: 'fix',
        title: 'Put the plugin’s folder back, or drop its path',
        body: '`plugins.load.paths` lists folders with plugins of your own. In Docker it is a path inside the container, so the folder must be mounted there. As long as one of them is missing, 2026.2.24 does not start, and 2026.9.6 starts but cleans up no plugin.',
        steps: [
          keepCopy,
          {
            text: 'Put the folder back at that path. Or correct the path under "plugins", "load", "paths"; if it is gone for good, remove it there',
            risk: 'changes-config',
            run: {
              ...editConfig,
              otherwise: [
                {
                  when: 'none of the paths is needed, and the config can be read (2026.9.6): remove them all',
                  run: offline('config unset plugins.load.paths'),
                },
              ],
            },
          },
          {
            text: 'See that the path is not complained about any more',
            risk: 'reads',
            run: { ...offline('config validate'), earlier: { '2026.2.24': formsOf('2026.2.24', offline('config get gateway.mode')) } },
          },
          bringUpStep,
        ],
        verify: up,
        signatures: ['plugin path not found: {path}', 'Auto-removal is paused because plugin discovery is incomplete'],
        symptoms: ['Configured plugin load path is unavailable: {path}'],
        sources: ['tools/plugin', 'cli/plugins/inspect-and-diagnose', 'cli/config'],
      },
      on: {
        plugin: {
          target: 'plugin',
          description: 'The path is fine; a plugin is not found',
          meta: { kind: 'answer', seen: ['plugin not found', 'upgrade is unfinished'] },
        },
        other: {
          target: 'config-invalid',
          description: 'Another place of the config is invalid',
          meta: { kind: 'answer', seen: ['Unrecognized key', 'Invalid input', 'JSON5 parse failed', 'unknown channel id'] },
        },
        broken: { target: 'not-ready', description: 'No path is named, and it is not up' },
      },
    },

    'why-fails': {
      meta: {
        kind: 'check',
        title: 'Which plugin fails, and with which error?',
        body: 'This loads every plugin once, also while the gateway is down. The gateway of 2026.9.6 may pass over a broken plugin without a word: this names it. The id is the word before the colon, behind `Plugin errors:`.',
        run: pluginsDoctor,
        signatures: ['PluginLoadFailureError: plugin load failed: {plugin}', 'plugin load failed: {plugin}', 'PluginLoadFailureError'],
        symptoms: [
          '[plugins] {plugin} failed to load from {path}',
          '[plugins] {plugin} failed to load: {error}',
          '[plugins] {plugin} failed during load from {path}',
          'failed to load plugin: {error}',
          'Plugin errors: - {plugin}',
          '{plugin}: plugin failed during load: {error}',
        ],
        sources: ['cli/plugins/inspect-and-diagnose', 'cli/plugins', 'tools/plugin'],
      },
      on: {
        sdk: {
          target: 'update-plugin',
          description: 'openclaw/plugin-sdk, or a TypeError',
          meta: {
            kind: 'answer',
            hint: 'the plugin was made for another release',
            seen: [
              "'openclaw/plugin-sdk",
              'incompatible OpenClaw SDK',
              'sdk-incompatible',
              'TypeError:',
              'SyntaxError:',
              'ReferenceError:',
            ],
          },
        },
        module: {
          target: 'install-packages',
          description: 'Cannot find module or package of another name',
          meta: { kind: 'answer', seen: [/Cannot find (module|package) '(?!openclaw\/)/] },
        },
        stale: {
          target: 'plugin-gone',
          description: 'Stale plugin references, plugin not found',
          meta: { kind: 'answer', seen: ['Stale plugin references', 'plugin not found', 'upgrade is unfinished'] },
        },
        path: {
          target: 'load-path-gone',
          description: 'load path is unavailable, plugin path not found',
          meta: { kind: 'answer', seen: ['Configured plugin load path is unavailable', 'plugin path not found'] },
        },
        config: {
          target: 'config-invalid',
          description: '“Config invalid”, or a setting of the plugin',
          meta: { kind: 'answer', seen: ['OpenClaw config is invalid', 'Config invalid'] },
        },
        none: {
          target: 'load-again',
          description: 'No plugin issues, or checks passed',
          meta: { kind: 'answer', seen: ['No plugin issues detected', 'configuration checks passed'] },
        },
        other: { target: 'disable-plugin', description: 'Another error' },
      },
    },

    'update-plugin': {
      meta: {
        kind: 'fix',
        title: 'Bring the plugin to this release of OpenClaw',
        body: 'A plugin is built against one release. After an update of OpenClaw the modules and functions it looks for may be elsewhere: then only a newer version of the plugin helps. The command works for plugins that `openclaw plugins install` fetched; one of your own folder you update there.',
        steps: [{ text: 'Update it', risk: 'changes-config', run: cli('plugins update <plugin>', { asks: true }) }, restartStep],
        verify: allLoad,
        signatures: [
          "Cannot find module 'openclaw/plugin-sdk'",
          "Cannot find package 'openclaw' imported from {path}",
          'incompatible OpenClaw SDK; update it or contact its author',
        ],
        sources: ['cli/plugins/uninstall-and-update', 'cli/plugins/inspect-and-diagnose', 'plugins/sdk-migration'],
      },
      on: {
        current: [
          {
            target: 'relink',
            guard: 'newest',
            description: 'It is up to date, or not tracked',
            meta: { kind: 'answer', seen: ['No tracked plugins', 'is up to date', 'already up to date', 'No install record'] },
          },
          {
            target: 'disable-plugin',
            description: 'It is up to date, or not tracked',
            meta: { kind: 'answer', seen: ['No tracked plugins', 'is up to date', 'already up to date', 'No install record'] },
          },
        ],
        broken: { target: 'disable-plugin', description: 'It still fails' },
      },
    },

    relink: {
      meta: {
        kind: 'fix',
        title: 'Let doctor link the plugin to OpenClaw again',
        body: 'An installed plugin reaches `openclaw/plugin-sdk` by a link to the OpenClaw on this machine. An update or a repair by npm can lose it; doctor of 2026.9.6 sets it again, and removes old copies of plugins that stand in the way.',
        steps: [...repairSteps],
        verify: allLoad,
        sources: ['cli/plugins/inspect-and-diagnose', 'cli/doctor'],
      },
      on: { broken: { target: 'disable-plugin', description: 'It still fails' } },
    },

    'install-packages': {
      meta: {
        kind: 'fix',
        title: 'Install what the plugin itself needs',
        body: 'A plugin in a folder of your own brings no packages along: they are installed there, from its `package.json`. OpenClaw installs them without their install scripts, so a package that must be compiled may need a hand as well. Is the missing module a file of the plugin itself, it was not built, or copied only in part.',
        steps: [
          {
            text: 'Install them, in the plugin’s folder; in Docker the path inside the container',
            risk: 'changes-config',
            run: {
              ...inside('npm install --omit=dev --prefix <pluginFolder>', 'npm install --omit=dev --prefix <pluginFolder>'),
              otherwise: [{ when: 'it came by `openclaw plugins install`', run: cli('plugins update <plugin>') }],
            },
          },
          restartStep,
        ],
        verify: allLoad,
        sources: ['tools/plugin', 'plugins/dependency-resolution', 'cli/plugins'],
      },
      on: { broken: { target: 'disable-plugin', description: 'It still fails' } },
    },

    'load-again': {
      meta: {
        kind: 'fix',
        title: 'Restart the gateway, so that it loads the plugin',
        body: 'The plugin loads here, so the gateway has not tried since it was repaired. Is it still missing afterwards, it may be switched off: `openclaw plugins list` shows `disabled` then, and `openclaw plugins enable` with its id switches it on.',
        steps: [restartStep, { text: 'Look at its status', risk: 'reads', run: cli('plugins list') }],
        verify: up,
        sources: ['cli/plugins/list', 'tools/plugin'],
      },
      on: { broken: { target: 'collect', description: 'It is enabled, and still does nothing' } },
    },

    'disable-plugin': {
      meta: {
        kind: 'fix',
        title: 'Switch the plugin off, and go on without it',
        body: 'Its settings stay, and `openclaw plugins enable` with its id brings it back when there is a version that works. If it serves a chat, that chat is silent meanwhile.',
        steps: [{ text: 'Switch it off', risk: 'changes-config', run: cli('plugins disable <plugin>') }, restartStep],
        verify: allLoad,
        sources: ['cli/plugins', 'tools/plugin'],
      },
      on: {
        itself: {
          target: 'off-in-file',
          description: 'The command itself fails',
          meta: {
            kind: 'answer',
            hint: 'the same error, or “Config invalid”',
            seen: ['PluginLoadFailureError', 'Config invalid', 'OpenClaw config is invalid'],
          },
        },
        broken: { target: 'remove-plugin', description: 'It is still loaded, or complained about' },
      },
    },

    'off-in-file': {
      meta: {
        kind: 'fix',
        title: 'Switch the plugin off in the config file',
        body: 'Where a broken plugin takes the command line down with it, the file is the way: under "plugins", "entries" its id gets `"enabled": false`. Remove the id from "allow" and its folder from "load", "paths", if it stands there.',
        steps: [keepCopy, { text: 'Write "enabled": false for it, and save', risk: 'changes-config', run: editConfig }, bringUpStep],
        verify: up,
        sources: ['tools/plugin', 'gateway/configuration'],
      },
      on: { broken: { target: 'remove-plugin', description: 'It is still loaded' } },
    },

    'remove-plugin': {
      meta: {
        kind: 'fix',
        title: 'Take the plugin out of OpenClaw, its files kept',
        body: 'This removes its settings, its place in the lists and its load path. The files stay where they are, so nothing is lost; a slot it held, such as memory, goes back to the built-in plugin.',
        steps: [
          keepCopy,
          { text: 'Take it out', risk: 'changes-config', run: cli('plugins uninstall <plugin> --keep-files --force') },
          restartStep,
        ],
        verify: allLoad,
        sources: ['cli/plugins/uninstall-and-update', 'cli/plugins'],
      },
      on: {
        found: {
          target: 'collect',
          description: 'It is found again all the same',
          meta: { kind: 'answer', hint: 'a copy lies in the extensions folder of the state, or in a load path' },
        },
        broken: { target: 'not-ready', description: 'It is gone, and the gateway is not up' },
      },
    },

    collect: {
      type: 'final',
      meta: {
        kind: 'end',
        title: 'Ask those who made the plugin',
        body: 'Take the error, the version of the plugin and that of OpenClaw to the place where the plugin is published, or to https://docs.openclaw.ai/help for one of `@openclaw/`. `npm view failed` or `SELF_SIGNED_CERT_IN_CHAIN` is no fault of either: this machine does not reach the npm registry, because of a proxy, a firewall or a certificate.',
        steps: [
          { text: 'What fails', risk: 'reads', run: pluginsDoctor },
          { text: 'Which plugins of which version are here', risk: 'reads', run: offline('plugins list --verbose') },
          { text: 'The release', risk: 'reads', run: offline('--version') },
        ],
        sources: ['tools/plugin', 'help/index'],
      },
    },

    plugin: { type: 'final', meta: { kind: 'jump', title: 'Settle the plugin that is not found', to: 'plugin-load/plugin-wanted' } },
    'plugin-gone': { type: 'final', meta: { kind: 'jump', title: 'A plugin is named that is not there', to: 'plugin-load/plugin-wanted' } },
    'load-path-gone': { type: 'final', meta: { kind: 'jump', title: 'A folder of plugins is missing', to: 'plugin-load/load-path' } },
    'config-invalid': { type: 'final', meta: { kind: 'jump', title: 'Repair the config', to: 'config-invalid' } },
    permissions: {
      type: 'final',
      meta: { kind: 'jump', title: 'Its files belong to another account', to: 'gateway-not-ready/permissions' },
    },
    'own-state': { type: 'final', meta: { kind: 'jump', title: 'Give the state to the image’s user', to: 'docker/own-state' } },
    'mount-state': { type: 'final', meta: { kind: 'jump', title: 'Keep the state across rebuilds', to: 'docker/mount-state' } },
    'not-ready': { type: 'final', meta: { kind: 'jump', title: 'Something else stops the gateway', to: 'gateway-not-ready' } },
  },
})
