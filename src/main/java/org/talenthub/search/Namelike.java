package org.talenthub.search;

import java.util.Set;
import org.talenthub.reference.Simplified;

/**
 * Whether a typed word may well be somebody's name, by its length and its beginning: one of the hundred most frequent surnames, or of those of
 * two characters. Some words of trades begin so too (金融, 高炉), and some names do not (仇英): it decides how much is asked of what
 * resembles the word, never whether the name is found.
 */
final class Namelike {

    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾" + "夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

    private static final Set<String> DOUBLE =
            Set.of("欧阳", "司马", "上官", "诸葛", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木", "宇文", "淳于", "澹台", "万俟");

    private static final int MOST_GIVEN = 2;

    private Namelike() {}

    static boolean is(String word) {
        String plain = Simplified.of(word);
        int given = plain.length() > 2 && DOUBLE.contains(plain.substring(0, 2))
                ? plain.length() - 2
                : plain.isEmpty() || SURNAMES.indexOf(plain.charAt(0)) < 0 ? 0 : plain.length() - 1;
        return given > 0 && given <= MOST_GIVEN;
    }
}
