import { test } from 'vitest';
import { takeStep } from './testing/scheduleSteps.ts';
import { ScheduleWorld } from './testing/ScheduleWorld.ts';
test('dbg', async () => {
  const world = new ScheduleWorld();
  const steps: any[] = [['add', 0, 9 * 1048576, 'ask'],["fault","uploadPart","drip",3],["fault","any","denied",1],["add",0,1048576,"ask"],["pass",200],["edit",3],["other tab",0]];
  for (const tab of world.tabs) tab.engine.subscribe((ev) => { for (const e of ev) if (e.type === 'changed') console.log(world.time.now(), e.transfer.key, JSON.stringify(e.transfer.state).slice(0, 160)); });
  for (const s of steps) { await takeStep(world, s); await world.time.settle(); console.log('--', JSON.stringify(s)); }
  await world.heal();
  console.log(world.broken);
  console.log(world.requests.map((r) => `${r.startedAt} ${r.operation} ${r.key} ${r.fault ?? ''}`).join('\n'));
});
