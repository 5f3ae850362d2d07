package org.talenthub.reference.contacts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail addresses, also those that are written so that no machine shall read them: wang(at)hust.edu.cn, wang # hust。edu。cn. */
final class Addresses {

    private static final String NAME = "(?<![a-z0-9])([a-z0-9][a-z0-9._%+-]{0,63}?)";
    private static final String DOT = " ?(?:\\.|\\(?(?:dot|点)\\)?) ?";
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?";
    private static final String ENDINGS =
            "com|cn|net|org|edu|gov|ac|io|me|cc|hk|tw|mo|jp|kr|sg|uk|us|ca|au|nz|de|fr|it|es|ch|se|ru|eu|tv|ai|vip|top|xyz|info|biz|dev|tech|site|online|club";

    /** Who hosts the mail of half the country needs no ending. */
    private static final String HOSTS =
            "qq|163|126|139|189|188|gmail|outlook|hotmail|yahoo|sina|sohu|foxmail|yeah|21cn|aliyun|icloud";

    private static final String END = "(?![a-z0-9])";
    private static final String AT = " {0,2}(?:@{1,2}|[(<](?:at|a|@|#|圈a?|艾特)[)>]|艾特|_at_) {0,2}";

    private static final Pattern[] SPELLINGS = {
        Pattern.compile(NAME + AT + domain("[a-z]{3,12}|" + ENDINGS) + END),
        Pattern.compile(NAME + AT + "(" + HOSTS + ")" + END),
        // C#.NET and F# have no name of three letters before the mark
        Pattern.compile("(?<![a-z0-9])([a-z0-9][a-z0-9._%+-]{2,63}?) ?# ?" + domain(ENDINGS) + END),
        Pattern.compile("(?<![a-z0-9])([a-z0-9][a-z0-9._%+-]{2,63}?) ?# ?(" + HOSTS + ")" + END),
        Pattern.compile(NAME + " at (" + LABEL + "(?: dot " + LABEL + ")+)" + END),
        // a name with a dot or a digit: work at hust.edu.cn is English
        Pattern.compile("(?<![a-z0-9])((?=[a-z]{0,20}[0-9._])[a-z0-9][a-z0-9._-]{2,40}) at "
                + domain("com|cn|net|org|edu") + END),
    };

    private static String domain(String endings) {
        return "(" + LABEL + "(?:" + DOT + LABEL + ")*" + DOT + "(?:" + endings + "))";
    }

    private final Folded text;

    Addresses(Folded text) {
        this.text = text;
    }

    List<Contact> find() {
        List<Contact> found = new ArrayList<>();
        for (Pattern spelling : SPELLINGS) {
            Matcher m = spelling.matcher(text.text());
            while (m.find()) {
                String domain =
                        m.group(2).replaceAll(" ?\\(?(?:dot|点)\\)? ?", ".").replace(" ", "");
                found.add(text.contact(ContactKind.EMAIL, m.start(), m.end(), m.group(1) + '@' + domain));
            }
        }
        return found;
    }
}
