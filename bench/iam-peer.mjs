// Runs @cloud-copilot/iam-simulate (AGPL: fetched, never shipped) on a workload file that our benchmark wrote.
// usage, from a folder whose node_modules has the package: node iam-peer.mjs WORKLOAD.json [SECONDS]
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import fs from 'node:fs'
import path from 'node:path'

const [file, seconds = '6'] = process.argv.slice(2)
const require = createRequire(path.join(process.cwd(), 'x.js'))
const load = name => import(pathToFileURL(require.resolve(name).replace('/cjs/', '/esm/')))
const { runSimulation, runUnsafeSimulation } = await load('@cloud-copilot/iam-simulate')
const { createValidatedPolicy, validateIdentityPolicy, validateServiceControlPolicy } = await load('@cloud-copilot/iam-policy')
const workloads = JSON.parse(fs.readFileSync(file, 'utf8'))

for (const [name, w] of Object.entries(workloads)) {
  const named = (text, i, validate) => ({ name: `p${i}`, policy: createValidatedPolicy(JSON.parse(text), validate, { name: `p${i}` }) })
  const layers = {
    identityPolicies: w.identity.map((text, i) => named(text, i, validateIdentityPolicy)),
    ...(w.boundary ? { permissionBoundaryPolicies: [named(w.boundary, 'b', validateIdentityPolicy)] } : {}),
    serviceControlPolicies: Object.entries(w.scps).map(([level, texts]) =>
      ({ orgIdentifier: level, policies: texts.map((text, i) => named(text, `${level}-${i}`, validateServiceControlPolicy)) })),
    resourceControlPolicies: [],
  }
  const simulations = w.requests.map(r => ({
    ...layers,
    request: { principal: w.principal, action: r.action, resource: { resource: r.resource, accountId: w.account }, contextVariables: r.context },
  }))
  const verdict = r => (r.overallResult ?? r) === 'Allowed'
  let same = 0, answered = 0
  for (let i = 0; i < simulations.length; i += name === 'heavy' ? 8 : 1) {
    const got = await runSimulation(simulations[i], {})
    if (got.resultType === 'error') continue
    answered++
    if (verdict(got) === w.requests[i].allowed) same++
  }
  const rate = async run => {
    const rates = []
    for (let round = 0; round < 3; round++) {
      let n = 0
      const start = performance.now(), end = start + seconds * 1000 / 3
      while (performance.now() < end) await run(simulations[n++ % simulations.length])
      rates.push(n / (performance.now() - start) * 1000)
    }
    return rates.sort((a, b) => a - b)[1]
  }
  const checked = await rate(s => runSimulation(s, {}))
  const unchecked = await rate(s => runUnsafeSimulation(s, {}))
  console.log(JSON.stringify({ workload: name, allowed: w.requests.filter(r => r.allowed).length, requests: w.requests.length,
    agreeing: same, compared: answered, perSecond: +checked.toFixed(1), perSecondUnchecked: +unchecked.toFixed(1) }))
}
