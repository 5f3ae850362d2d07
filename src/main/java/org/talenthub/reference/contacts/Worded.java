package org.talenthub.reference.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What only a word beside it tells from any other number or name: local phones, passports and permits, WeChat, QQ. */
final class Worded {

    private static final String IS = " ?(?:号码|账号|帐号|编号|号|id|no\\.?|num(?:ber)?)?[ :=#.'(№-]{0,3}(?:为|是|:)?[ :('-]{0,3}";

    private static final Pattern LOCAL =
            Pattern.compile("(?:电话|座机|固话|分机|话机|热线|传真|总机|致电|拨打|telephone|phone|(?<![a-z])(?:tel|fax))" + IS
                    + "([2-9](?:[ -]{0,2}\\d){6,7})(?!\\d)(?:[ -]{0,2}(?:转|分机|ext\\.?|-)[ :]?\\d{1,6})?(?: ?[/、,;或] ?[2-9]\\d{2,3}[ -]?\\d{4}(?!\\d))*");

    private static final Pattern DOCUMENT = Pattern.compile(
            "(?:护照|passport|身份证件?|身份证明|证件|港澳通行证|通行证|回乡[证卡]|台胞证|居留证|居住证|永居证|永居身份证|居留身份证|绿卡|军官证|警官证|士兵证|文职证|驾驶证|驾照|社保卡?|社会保障卡?|学生证|户口簿?"
                    + "|(?<![a-z])(?:id ?card|hk ?id|sfz))(?:\\([^)]{1,6}\\))?" + IS
                    + "(?:[\\u4e00-\\u9fff]字第?)?([a-z]{0,3}[ -]{0,2}\\d(?:[ .-]{0,2}[\\dx]){5,19}(?:\\([\\da]\\))?)(?![\\da-z])");

    private static final String CHAT =
            "(?:微[ .-]?信|[威薇徽维崴w]信|微x|wei ?信|绿泡泡|(?<![a-z0-9])[v微薇加][❤♥♡](?:信)?|weixin|wei xin|wechat|we chat|(?<![a-z])(?:[wv][ .-]?x|v信|v号)(?![a-z])|\\+ ?(?:v|微)(?![a-z])|加 ?(?:我 ?)?(?:微|薇|v(?![a-z]))|(?<![a-z0-9])v(?=[ ]?:))";

    /** Accounts that are meant for everybody, and what is built upon WeChat. */
    private static final Pattern CHATTING =
            Pattern.compile(CHAT + "(?!公众|小程序|小游戏|服务号|订阅号|视频号|支付|pay|开放平台)(?:同手机|同电话|联系|沟通|咨询|交流|私聊|添加|搜索?|加|是我的?)?("
                    + IS + ")([a-z][a-z0-9_-]{5,19}|[1-9]\\d{4,10})(?![a-z0-9_])");

    private static final Pattern QQ =
            Pattern.compile("(?:(?<![a-z0-9])q[ -]?q|q扣|扣扣|球球|叩叩|秋秋|企鹅|(?<![a-z])q(?=号|[ ]?:))(?:群|邮箱)?" + IS
                    + "([1-9](?:[ .-]{0,1}\\d){4,10})(?!\\d)");

    /** The number first: 12345678（QQ）, 12345678微信同号. */
    private static final Pattern BEHIND = Pattern.compile(
            "(?<![\\d.a-z])([1-9]\\d{4,10}|[a-z][a-z0-9_-]{5,19}) ?(?:\\( ?(?:我的)?(?:(qq|扣扣)|微信|wx|vx|v信|wechat) ?(?:号|同号)?,?[^)]{0,8}\\)|(?:是?(?:我的)?微信同?号))");

    private static final Pattern YEARS = Pattern.compile("(?:19|20)\\d\\d[ -](?:19|20)\\d\\d");

    private final Folded text;
    private final Hints hints;

    Worded(Folded text, Hints hints) {
        this.text = text;
        this.hints = hints;
    }

    List<Contact> find() {
        List<Contact> found = new ArrayList<>();
        if (hints.has(Hints.PHONE)) {
            each(
                    LOCAL,
                    m -> add(found, ContactKind.LANDLINE, m, m.end(), m.group(1).replaceAll("\\D", "")));
        }
        if (hints.has(Hints.DOCUMENT)) {
            each(DOCUMENT, m -> add(found, ContactKind.DOCUMENT, m, m.end(1), compact(m.group(1))));
        }
        if (hints.has(Hints.CHAT)) {
            each(CHATTING, m -> chat(m, found));
        }
        if (hints.has(Hints.QQ)) {
            each(QQ, m -> add(found, ContactKind.QQ, m, m.end(1), m.group(1).replaceAll("\\D", "")));
        }
        if (hints.has(Hints.CHAT | Hints.QQ)) {
            each(
                    BEHIND,
                    m -> add(found, m.group(2) == null ? ContactKind.WECHAT : ContactKind.QQ, m, m.end(1), m.group(1)));
        }
        return found;
    }

    /** A name that follows without a colon or the like may be an ordinary word: WeChat Android. */
    private void chat(Matcher m, List<Contact> found) {
        String id = m.group(2);
        boolean number = id.charAt(0) <= '9';
        boolean mark = id.chars().anyMatch(c -> c == '_' || (c >= '0' && c <= '9'));
        boolean told = "加+".indexOf(m.group().charAt(0)) >= 0
                || m.group(1).chars().anyMatch(c -> c == ':' || c == '=' || c > 0x7f);
        boolean letter = m.group().startsWith("v:") || m.group().startsWith("v :");
        if ((told && !letter) || (mark && !number)) {
            add(found, ContactKind.WECHAT, m, m.end(2), 2, id);
        }
    }

    private void each(Pattern pattern, Consumer<Matcher> seen) {
        Matcher m = pattern.matcher(text.text());
        while (m.find()) {
            seen.accept(m);
        }
    }

    private void add(List<Contact> found, ContactKind kind, Matcher m, int end, String value) {
        add(found, kind, m, end, 1, value);
    }

    private void add(List<Contact> found, ContactKind kind, Matcher m, int end, int group, String value) {
        if (!YEARS.matcher(m.group(group)).matches()) {
            found.add(text.contact(kind, m.start(group), end, value));
        }
    }

    private static String compact(String number) {
        return number.replaceAll("[^a-z0-9]", "").toUpperCase(Locale.ROOT);
    }
}
