package org.talenthub.reference.chinese;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Letters that somebody typed, taken for pinyin: which syllables and initials they may be. */
public final class Syllables {

    private static final String INITIALS = "bpmfdtnlgkhjqxrzcsyw";
    private static final int MOST = 6;
    private static final int LONGEST = 6;

    /** A mistyped key is mostly one beside the right one. */
    private static final List<String> KEYBOARD = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

    static final Set<String> ALL = Set.of("""
            a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan
            chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan
            dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo
            fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong
            hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke ken
            keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long
            lou lu luan lue lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne
            nei nen neng ni nian niang niao nie nin ning niu nong nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao
            pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru ruan
            rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang
            shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo
            wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying
            yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu
            zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo
            """.strip().split("\\s+", -1));

    private static final Set<String> BEGINNINGS = beginnings();

    private Syllables() {}

    /** @param whole a syllable; else only its beginning, an initial or what was typed of it so far */
    public record Piece(String text, boolean whole) {}

    /** Whether letters are whole syllables and nothing else. */
    public static boolean complete(String letters) {
        return !letters.isEmpty()
                && splits(letters).stream().anyMatch(s -> s.stream().allMatch(Piece::whole));
    }

    /**
     * The ways to read letters as syllables; where there is none, as syllables and initials (zhangw, zwei, zhangwm), the last of which may
     * be unfinished.
     *
     * @param letters a to z, lower case
     * @return at most {@value #MOST}, fewest pieces first; none has initials only, see {@link #initials}
     */
    public static List<List<Piece>> splits(String letters) {
        List<List<Piece>> splits = new ArrayList<>();
        split(letters, 0, false, new ArrayList<>(), splits);
        if (splits.isEmpty()) {
            split(letters, 0, true, new ArrayList<>(), splits);
            splits.removeIf(s -> s.stream().noneMatch(Piece::whole));
        }
        splits.sort((a, b) -> Integer.compare(a.size(), b.size()));
        return splits.size() > MOST ? List.copyOf(splits.subList(0, MOST)) : splits;
    }

    private static void split(String letters, int at, boolean mixed, List<Piece> before, List<List<Piece>> found) {
        if (at == letters.length()) {
            found.add(List.copyOf(before));
            return;
        }
        if (found.size() >= 4 * MOST) {
            return;
        }
        for (int n = Math.min(LONGEST, letters.length() - at); n > 0; n--) {
            String piece = letters.substring(at, at + n);
            boolean whole = ALL.contains(piece);
            boolean last = at + n == letters.length();
            if (whole || (mixed && (isInitial(piece) || (last && BEGINNINGS.contains(piece))))) {
                before.add(new Piece(piece, whole));
                split(letters, at + n, mixed, before, found);
                before.removeLast();
            }
        }
    }

    private static boolean isInitial(String piece) {
        return piece.length() == 1
                ? INITIALS.contains(piece)
                : piece.equals("zh") || piece.equals("ch") || piece.equals("sh");
    }

    private static Set<String> beginnings() {
        Set<String> beginnings = new LinkedHashSet<>();
        for (String s : ALL) {
            for (int n = 1; n < s.length(); n++) {
                beginnings.add(s.substring(0, n));
            }
        }
        return Set.copyOf(beginnings);
    }

    /**
     * Letters as initials, one letter each: zw is zw, and zhw is zw or zhw.
     *
     * @return empty when one of them begins no syllable
     */
    public static Set<String> initials(String letters) {
        Set<String> initials = new LinkedHashSet<>();
        if (letters.chars().allMatch(c -> INITIALS.indexOf(c) >= 0 || "aeo".indexOf(c) >= 0)) {
            initials.add(letters);
            initials.add(letters.replaceAll("([zcs])h", "$1"));
        }
        initials.removeIf(i -> i.length() < 2);
        return initials;
    }

    /**
     * What may have been meant by whole syllables in which one key is wrong, missing, doubled or swapped with its neighbour; a wrong key is
     * one beside the right one. Only what is pinyin again.
     */
    public static Set<String> slips(String letters) {
        Set<String> slips = new LinkedHashSet<>();
        for (int i = 0; i < letters.length(); i++) {
            String before = letters.substring(0, i);
            String after = letters.substring(i + 1);
            slips.add(before + after);
            for (char c : beside(letters.charAt(i)).toCharArray()) {
                slips.add(before + c + after);
            }
            if (!after.isEmpty()) {
                slips.add(before + after.charAt(0) + letters.charAt(i) + after.substring(1));
            }
            for (char c = 'a'; c <= 'z'; c++) {
                slips.add(before + letters.charAt(i) + c + after);
            }
        }
        slips.removeIf(s -> s.equals(letters) || !complete(s));
        return slips;
    }

    private static String beside(char key) {
        StringBuilder beside = new StringBuilder();
        for (int row = 0; row < KEYBOARD.size(); row++) {
            int at = KEYBOARD.get(row).indexOf(key);
            for (int r = Math.max(0, row - 1); at >= 0 && r <= Math.min(KEYBOARD.size() - 1, row + 1); r++) {
                String keys = KEYBOARD.get(r);
                for (int c = Math.max(0, at - 1); c <= Math.min(keys.length() - 1, at + 1); c++) {
                    if (keys.charAt(c) != key) {
                        beside.append(keys.charAt(c));
                    }
                }
            }
        }
        return beside.toString();
    }
}
