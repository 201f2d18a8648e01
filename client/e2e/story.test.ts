import { describe, expect, test } from 'vitest';
import { useBrowser } from './harness/use-browser.ts';
import { eventually } from './harness/eventually.ts';
import { isBlack } from './harness/is-black.ts';
import { lacks } from './harness/programs.ts';
import { ENGINES } from './harness/show.ts';
import { TALLY } from './harness/traffic.ts';
import { gather } from './people/cast.ts';
import { voteOn } from './people/phone.ts';

describe.each(ENGINES)('a show, %s', (engine) => {
  const isLeftOut = lacks('chromium', ...(engine === 'embedded' ? [] : (['redis'] as const)));

  describe.skipIf(isLeftOut)('in a browser', () => {
    const browser = useBrowser();

    test('a comment is seen, hidden, brought back; with moderation before, it waits to be let through', async () => {
      await using cast = await gather(browser(), engine);
      const { host, stage, nan, bo } = cast;
      await host.take('评论墙');
      await nan.comment('深圳加油');
      const seen = [nan.text('深圳加油'), bo.text('深圳加油'), stage.text('深圳加油')];
      for (const text of seen) await text.first().waitFor();

      await host.hide('深圳加油');
      for (const text of seen) await eventually(() => text.count()).toBe(0);
      await host.undo();
      for (const text of seen) await text.first().waitFor();

      await host.moderateFirst();
      await bo.page.getByPlaceholder('审核后展示').waitFor();
      await bo.comment('福田的朋友在吗');
      await bo.row('待审，通过后大家可见').waitFor();
      await host.page.getByRole('tab', { name: '待审 1' }).waitFor();
      for (const { traffic } of [nan, stage]) expect(traffic.messages.join()).not.toContain('福田的朋友在吗');
      await host.approve('福田的朋友在吗');
      for (const someone of [nan, bo, stage]) await someone.text('福田的朋友在吗').first().waitFor();
      await eventually(() => bo.row('待审，通过后大家可见').count()).toBe(0);
    });

    test('a poll with hidden results is voted, closed, revealed; not a byte of its tally before that', async () => {
      await using cast = await gather(browser(), engine);
      const { host, stage, nan, bo } = cast;
      const question = '最受欢迎节目';
      await host.draftPoll(question, ['合唱', '舞蹈', '朗诵'], { isHidden: true });
      await host.step(question, '开始投票');
      await host.step(question, '上大屏');
      await stage.page.getByRole('heading', { name: question }).waitFor();
      const tab = await bo.openTab();

      await nan.page.getByRole('button', { name: '去投票' }).click();
      await nan.vote(question, '合唱');
      await (await nan.poll(question)).getByText('你投给了：合唱').waitFor();
      await bo.vote(question, '舞蹈');
      await (await bo.poll(question)).getByText('你投给了：舞蹈').waitFor();
      await voteOn(tab.page, question, '朗诵');
      await tab.page.getByRole('alert').filter({ hasText: '你已经投过票了' }).waitFor();
      await tab.page.getByText('你投给了：舞蹈').waitFor();

      await host.poll(question).getByText('2 人投票').waitFor();
      await host.step(question, '停止投票');
      await stage.text('票箱已封，结果稍后揭晓').waitFor();
      for (const phone of [nan, bo]) await (await phone.poll(question)).getByText('票箱已封').waitFor();
      expect(await stage.says()).not.toMatch(/%|\d 票/);
      for (const { traffic } of [nan, bo, tab, stage]) {
        expect(traffic.messages.join()).toContain(question);
        for (const received of await traffic.all()) expect(received).not.toMatch(TALLY);
      }

      await host.step(question, '揭晓结果');
      const bars = [/合唱.*50.0%\s*1 票/s, /舞蹈.*50.0%\s*1 票/s, /朗诵.*0.0%\s*0 票/s];
      for (const { page } of [nan, bo, tab, stage])
        for (const bar of bars) await page.getByRole('listitem').filter({ hasText: bar }).waitFor();
      await nan.page.getByText('你的选择').waitFor();
      for (const { traffic } of [nan, bo, stage]) expect(traffic.messages.join()).toMatch(TALLY);
      expect(await host.online()).toBe(2);
    });

    test('counters and reactions are true, and the stage follows the host through every scene', async () => {
      await using cast = await gather(browser(), engine);
      const { host, stage, nan, bo } = cast;
      await stage.page.getByRole('img', { name: /观众入口二维码/ }).waitFor();
      await stage.text('扫码进入现场').waitFor();
      for (const someone of [nan, bo, host]) await eventually(() => someone.online()).toBe(2);
      await eventually(() => stage.says()).toMatch(/在线人数 2/);

      await nan.react('鼓掌', 3);
      await bo.react('鼓掌', 2);
      for (const phone of [nan, bo]) await eventually(() => phone.reactions('鼓掌')).toBe(5);

      await host.take('现场数据');
      await eventually(() => stage.says()).toMatch(/在线人数 2 .*参与人次 [2-5] .*最高同时在线 2/);
      await host.take('评论墙');
      await stage.text('第一条评论，等你来说').waitFor();
      await host.countDown('距离开场', 60);
      await stage.text('距离开场').waitFor();
      await eventually(() => stage.page.getByRole('timer').innerText()).toMatch(/^(1:00:00|59:\d\d)$/);
      await host.announce('请就座', '晚会马上开始');
      await stage.page.getByRole('heading', { name: '请就座' }).waitFor();
      await stage.text('晚会马上开始').waitFor();
      await host.take('黑场');
      await eventually(() => stage.says()).toBe('');
      expect(await isBlack(stage.page)).toBe(true);
      await host.take('等待画面');
      await stage.text('扫码进入现场').waitFor();
    });

    test('a reload keeps the ballot, a lost line comes back whole, and who is shown out stays out', async () => {
      await using cast = await gather(browser(), engine);
      const { host, stage, nan, bo } = cast;
      const question = '今晚最期待哪个节目';
      await host.draftPoll(question, ['合唱', '舞蹈'], { isHidden: false });
      await host.step(question, '开始投票');
      for (const phone of [nan, bo]) {
        await phone.vote(question, '合唱');
        await (await phone.poll(question)).getByText('你的选择').waitFor();
      }
      await nan.page.reload();
      await (await nan.poll(question)).getByText('你的选择').waitFor();

      await bo.comment('我在宝安');
      await nan.turnTo('互动');
      await nan.row('我在宝安').waitFor();
      const loadedAt = await nan.page.evaluate(() => performance.timeOrigin);
      nan.forgive(/ERR_INTERNET_DISCONNECTED/);
      await nan.context.setOffline(true);
      await nan.page.getByText('没有网络。恢复后会自动回到现场。').waitFor();
      await host.hide('我在宝安');
      await bo.comment('我在龙岗');
      await host.step(question, '停止投票');
      await host.step(question, '揭晓结果');
      await (await bo.poll(question)).getByText('已揭晓').waitFor();
      await nan.context.setOffline(false);
      await nan.row('我在龙岗').waitFor();
      expect(await nan.row('我在宝安').count()).toBe(0);
      await eventually(() => nan.picture()).toEqual(await bo.picture());
      expect(await nan.page.evaluate(() => performance.timeOrigin)).toBe(loadedAt);

      await host.kick('我在龙岗');
      await bo.page.getByRole('alert').filter({ hasText: '你已离开现场' }).waitFor();
      await bo.context.setOffline(true);
      await bo.context.setOffline(false);
      await eventually(() => host.online()).toBe(1);
      await nan.comment('大家好');
      await host.take('评论墙');
      await stage.text('大家好').waitFor();
      expect(await bo.page.getByRole('alert').innerText()).toContain('你已离开现场');
      expect(bo.traffic.messages.join()).not.toContain('大家好');
    });
  });
});
