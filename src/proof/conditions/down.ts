import { config, killed, runs, stops, types } from '../acts.ts'
import type { Condition } from '../condition.ts'

/** Somebody asks a gateway that is down, or was. */
const conditions: readonly Condition[] = [
  {
    id: 'down',
    place: 'gateway',
    cases: [
      {
        id: 'not-running',
        given: [config(), types('openclaw gateway health --timeout 3000')],
        lands: 'connect-failed/answers',
        walk: ['refused', 'stopped'],
        fix: 'connect-failed/start',
        also: ['closed-1006-1000/start-again', 'send-failed/start-service', 'service-manager/start-service'],
      },
      {
        id: 'gateway-crashed',
        given: [killed, types('openclaw agent --message hi --agent main', { seconds: 40 })],
        fix: 'send-failed/exception',
      },
      { id: 'gateway-slow', fix: 'closed-1006-1000/lighten' },
      { id: 'gateway-starting', fix: 'closed-1006-1000/starting' },
      {
        id: 'tui-disconnected',
        given: [stops, types('openclaw tui', { seconds: 40, until: /ECONNREFUSED/ })],
        lands: 'access-not-configured/tui-closed',
        walk: ['down'],
        fix: 'access-not-configured/start-tui',
      },
      { id: 'tui-elsewhere', fix: 'access-not-configured/reopen-tui' },
      { id: 'message-lost', given: [config(), runs()], fix: 'send-failed/resend', skips: [0] },
      { id: 'restart-refused', releases: ['2026.9.6'], fix: 'service-manager/wait-restart' },
    ],
  },
  {
    id: 'no-service',
    place: 'gateway',
    cases: [
      {
        id: 'service-not-installed',
        given: [config({ mode: undefined }), types('openclaw gateway start')],
        fix: 'connect-failed/install-service',
        also: ['send-failed/install-service', 'service-manager/install'],
      },
      { id: 'service-other-home', releases: ['2026.9.6'], given: [stops], fix: 'service-manager/own-home' },
      { id: 'service-by-root', given: [stops, types('mkdir -p ~/.config/systemd')], fix: 'service-manager/no-sudo' },
      { id: 'service-old-port', given: [stops], fix: 'service-manager/service-port', also: ['wsl-and-windows/make-task'] },
      {
        id: 'wrong-port',
        given: [stops, config({ port: 18800 }), runs('openclaw gateway run --port 18789'), types('openclaw gateway health --timeout 3000')],
        fix: 'connect-failed/same-port',
      },
      {
        id: 'gateway-meant-elsewhere',
        given: [stops, config({ mode: 'remote', remote: { url: 'ws://openclaw.example.test:18789' } })],
        fix: 'plaintext-ws/gateway-here',
      },
      { id: 'updated-while-running', given: [config(), runs()], fix: 'protocol-mismatch/restart-gateway' },
      { id: 'service-after-update', given: [stops, config()], fix: 'update-broke-it/service-anew' },
      { id: 'update-data', given: [], fix: 'update-broke-it/run-doctor' },
      { id: 'doctor-repairs-all', given: [], fix: 'full-reset/repair', also: ['prevention/run-doctor'] },
    ],
  },
]
export default conditions
