package org.talenthub.search.query;

import org.talenthub.reference.chinese.Simplified;
import org.talenthub.reference.chinese.Surnames;

/**
 * Whether a typed word may well be somebody's name, by its length and its beginning: one of the hundred most frequent surnames, or of those of
 * two characters. Some words of trades begin so too (金融, 高炉), and some names do not (仇英): it decides how much is asked of what
 * resembles the word, never whether the name is found.
 */
final class Namelike {

    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾" + "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

    private static final int MOST_GIVEN = 2;

    private Namelike() {}

    static boolean is(String word) {
        String plain = Simplified.of(word);
        if (plain.matches("\\p{IsHan}{1,10}(?:[·•‧・]\\p{IsHan}{1,10})+")) {
            return true;
        }
        if (!plain.matches("\\p{IsHan}+")) {
            return false;
        }
        String surname = Surnames.of(plain);
        int given = plain.codePointCount(0, plain.length()) - surname.codePointCount(0, surname.length());
        return !Surnames.special(plain)
                && given > 0
                && given <= MOST_GIVEN
                && (surname.codePointCount(0, surname.length()) == 2 || SURNAMES.contains(surname) || Surnames.special(surname));
    }
}
