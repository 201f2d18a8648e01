import type { Actor } from '#shared/model/actor.ts';
import type { ScreenName } from '#shared/model/ids.ts';
import type { Screen, ScreenLink } from '#shared/model/screen.ts';
import { LIMITS } from '#shared/limits.ts';
import type { EventState } from '#shared/model/state.ts';
import type { Input, Output } from '#shared/protocol/commands.ts';
import type { Fact } from '#shared/protocol/updates.ts';
import { MAIN_SCREEN, mayAddScreen, sceneOf, screenNames, screenOf } from '#shared/rules/screens.ts';
import type { Context } from '../context.ts';
import { fail } from '../lib/app-error.ts';

/** A screen with some of its settings changed; a name that is new is a new screen. */
export function changedScreen(state: EventState, screen: ScreenName, change: Partial<Screen>): Fact {
  const isNew = screen !== MAIN_SCREEN && state.screens[screen] === undefined;
  if (isNew && !mayAddScreen(state)) fail('CLOSED', `at most ${LIMITS.screens} screens beside the main one`);
  return { type: 'screen:changed', payload: { screen, setting: { ...screenOf(state, screen), ...change } } };
}

/** Freezing holds what is shown now; of an unfrozen screen the scene taken last is there at once. */
export async function configureScreen(
  context: Context,
  actor: Actor,
  { screen, ...wish }: Input<'screen:configure'>,
): Promise<Output<'screen:configure'>> {
  return context.ledger.change(actor, context.command, (state) => {
    if (screen === MAIN_SCREEN && wish.followsMain) fail('INVALID', 'the main screen follows no other');
    const names = screen === undefined ? screenNames(state) : [screen];
    const facts = names.map((name) => changedScreen(state, name, changeOf(state, name, wish)));
    const changed = facts.map(({ payload }) => payload as { screen: ScreenName; setting: Screen });
    const screens = Object.fromEntries(changed.map((one) => [one.screen, one.setting]));
    return { output: { screens: { ...state.screens, ...screens } }, facts };
  });
}

type Wish = Omit<Input<'screen:configure'>, 'screen'>;

function changeOf(state: EventState, name: ScreenName, wish: Wish): Partial<Screen> {
  const { label, isFrozen, isBlank, followsMain } = wish;
  return {
    ...(label !== undefined && { label }),
    ...(isBlank !== undefined && { isBlank }),
    ...(isFrozen !== undefined && { frozen: isFrozen ? sceneOf(state, name) : null }),
    ...(followsMain && { scene: null }),
  };
}

export async function removeScreen(
  context: Context,
  actor: Actor,
  { screen }: Input<'screen:remove'>,
): Promise<Record<string, never>> {
  if (screen === MAIN_SCREEN) fail('INVALID', 'the main screen stays');
  const { state: before } = context.ledger;
  const done = await context.ledger.change(actor, context.command, (state) => {
    const voided = linksOf(state, screen).map(({ id }): Fact => ({
      type: 'screen:revoked',
      payload: { linkId: id },
    }));
    const isThere = state.screens[screen] !== undefined;
    return {
      output: {},
      facts: isThere ? [{ type: 'screen:removed', payload: { screen } }, ...voided] : voided,
    };
  });
  for (const { id } of linksOf(before, screen)) context.live.disconnect(id);
  return done;
}

const linksOf = ({ desk }: EventState, screen: ScreenName): ScreenLink[] =>
  desk.screenLinks.filter((link) => link.screen === screen);

/** The token is said once, to whoever asked for it; the log knows of the link alone. */
export async function linkScreen(
  context: Context,
  actor: Actor,
  { screen, mayStep }: Input<'screen:link'>,
): Promise<Output<'screen:link'>> {
  const link = await context.ledger.change(actor, context.command, (state) => {
    if (screen !== MAIN_SCREEN && state.screens[screen] === undefined) fail('INVALID', `no screen ${screen}`);
    if (state.desk.screenLinks.length >= LIMITS.screenLinks)
      fail('CLOSED', `at most ${LIMITS.screenLinks} links at a time; take one back first`);
    const made: ScreenLink = { id: context.ids.link(), screen, mayStep, createdAt: context.clock.now() };
    return { output: made, facts: [{ type: 'screen:linked', payload: { link: made } }] };
  });
  const bearer: Actor = { id: link.id, role: 'screen', name: screen, number: null };
  return { token: context.mintToken(context.slug, bearer, null), link };
}

export async function revokeScreenLink(
  context: Context,
  actor: Actor,
  { linkId }: Input<'screen:revoke'>,
): Promise<Record<string, never>> {
  const done = await context.ledger.change(actor, context.command, (state) => {
    const isGood = state.desk.screenLinks.some(({ id }) => id === linkId);
    return { output: {}, facts: isGood ? [{ type: 'screen:revoked', payload: { linkId } }] : [] };
  });
  context.live.disconnect(linkId);
  return done;
}
