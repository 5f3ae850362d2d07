package org.talenthub.reference.contacts;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands around a number and says that it is none to be called: a code, a standard, a sum, a measure. */
final class Surroundings {

    /** As far as is looked back and ahead. */
    private static final int REACH = 16;

    /** Letters that may stand right before or behind a phone. */
    private static final Set<String> CONTACTS = Set.of(
            "tel",
            "t",
            "telephone",
            "phone",
            "p",
            "ph",
            "mobile",
            "mob",
            "m",
            "cell",
            "call",
            "fax",
            "hp",
            "contact",
            "wx",
            "vx",
            "v",
            "weixin",
            "wechat",
            "qq",
            "q",
            "id",
            "no",
            "nr",
            "sfz",
            "whatsapp",
            "ext",
            "x");

    private static final Pattern CODED = Pattern.compile(
            "(?:(?:项目|课题|合同|协议|订单|批准|申请|公开|公告|授权|专利|登记|注册|备案|许可|许可证|证书|资格证书?|产品|物料|零件|设备|型号|图纸|标准|文献|成果|基金|任务书?|软著|发票|档案|"
                    + "样品|批次|序列|条|流水|出版|图书)(?:编|代)?[号码]|编号|编码|单号|批号|文号|图号|料号|货号|件号|刊号|书号|型号|代码|税号|学号|工号|房号|条形码|序列号|登字第?|第|"
                    + "isbn|issn|doi|cas|pn|sn|p/n|s/n|model|part no\\.?|serial(?: no\\.?)?)(?:为|是|:|=|#|\\.|-| |no|\\(){0,4}$");

    private static final Pattern STANDARD = Pattern.compile(
            "(?<![a-z])(?:(?:gb|gbz|gjb|jb|jjg|jjf|jgj|cjj|cj|yy|yb|yd|qb|sj|sy|nb|dl|tb|jt|mt|ly|ny|sh|hg|hj|fz|ws|ga|gm|aq|cb|qc|hb|gy|bb|sl|xf|"
                    + "db ?\\d{2,4}|iso|iec|ieee|astm|en|din|jis|ul|ansi|rfc|itu|sae|api|asme|mil|std|gost|bs|nf|ks)(?: ?/ ?(?:t|z|iec|iso|tr|ts|astm))?"
                    + "|[tq] ?/ ?[a-z0-9]{2,10})[ -]?[a-z]?$");

    private static final Pattern MONEY = Pattern.compile(
            "(?:[¥￥$€£]|rmb|usd|cny|人民币|金额|总额|产值|营收|收入|销售额|利润|税收|投资额?|资金|经费|总价|造价|市值|估值|成本)(?:约|达|为|是|:|超|近| |共计?|累计){0,4}$");

    /** Sums are as long as a phone; other measures are not. */
    private static final Pattern SUM = Pattern.compile(
            "\\.\\d|[ ]?(?:[万亿千百]{0,3}(?:元|美元|欧元|港元|日元|人民币|吨|千瓦时|度电)|rmb|usd|[万亿](?![\\u4e00-\\u9fff])|%|％|‰)");

    private static final Pattern MEASURE = Pattern.compile(
            "[ ]?(?:(?:[nuμmckgtp]?(?:m|g|w|v|a|hz|pa|s|f|j|l|b|bit|ev|ω|wh|ah|mol|bar)|db|dbm|rpm|ppm|ppb|fps|dpi|px|psi|mesh|k|h)(?:/[a-z]{1,3})?(?![a-z])"
                    + "|[°℃℉%‰Åå]|[万亿]?(?:美?元|吨|千?克|公斤|台(?![湾长])|件|套|项(?!目)|户|亩|平方|平米|米|公里|千米|毫米|微米|纳米|摄氏|伏|瓦|千瓦|兆|赫|帕|"
                    + "转/|株|头|辆|颗|片|篇|例(?!如)|倍|级(?!别)|小时|分钟|秒|字节|比特|个(?!人)|人次|页|册))");

    /** Letters of a code; more are a word or a name. */
    private static final int CODE = 3;

    private final Folded text;

    Surroundings(Folded text) {
        this.text = text;
    }

    /** @param groups how many groups the number is written in; what is written in several may be a row of other numbers */
    boolean code(int from, int end, int groups) {
        String before = text.text().subSequence(Math.max(0, from - REACH), from).toString();
        CharSequence behind = text.text().subSequence(end, Math.min(text.length(), end + REACH));
        return attached(from, end, groups)
                || CODED.matcher(before).find()
                || MONEY.matcher(before).find()
                || STANDARD.matcher(before).find()
                || starts(groups == 1 ? SUM : MEASURE, behind);
    }

    private boolean starts(Pattern pattern, CharSequence behind) {
        Matcher m = pattern.matcher(behind);
        return m.lookingAt() && !CONTACTS.contains(m.group().strip());
    }

    /** Letters, or a code's letters and digits, without a blank between: KH13971862522, HX-2023-139-7186-2522, 13971862522A. */
    private boolean attached(int from, int end, int groups) {
        int i = from;
        while (i > 0 && "-_/.".indexOf(text.at(i - 1)) >= 0) {
            i--;
        }
        boolean joined = i < from;
        int start = i;
        boolean letters = false;
        boolean digits = false;
        while (start > 0 && (text.letter(start - 1) || text.digit(start - 1))) {
            start--;
            letters |= text.letter(start);
            digits |= text.digit(start);
        }
        String word = text.text().subSequence(start, i).toString();
        boolean label = CONTACTS.contains(word.replaceAll("\\d+$", ""))
                && (word.length() > 1 || (groups == 1 && text.at(i) != '-' && !word.equals("x")));
        if (letters && !label && (digits || word.length() <= CODE)) {
            return true;
        }
        // 3.13971862522, and the last groups of a longer number
        if (joined && digits && !letters && text.at(from - 1) != '/' && (groups > 1 || text.at(from - 1) == '.')) {
            return true;
        }
        int to = end;
        while (text.letter(to)) {
            to++;
        }
        String next = text.text().subSequence(end, to).toString();
        boolean coded = to > end && to - end <= CODE && !CONTACTS.contains(next);
        boolean more = groups > 1 && "-_".indexOf(text.at(end)) >= 0 && (text.digit(end + 1) || text.letter(end + 1));
        return coded || more;
    }
}
