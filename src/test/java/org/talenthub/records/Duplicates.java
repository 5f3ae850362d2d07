package org.talenthub.records;

import com.ibm.icu.text.Transliterator;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.talenthub.common.Fields;
import org.talenthub.records.intake.Staging;
import org.talenthub.reference.standards.IdNumbers;

/**
 * Made-up people and how clerks report them again: for measuring who is recognised. Everybody is computed from seed and number, so that
 * half a million need no memory. Rates are per report, and independent of each other; a document number that is given is right, since
 * the reader refuses rows whose number contradicts itself or the birth date.
 */
final class Duplicates {

    private static final String SURNAMES =
            "王王王王李李李李张张张张刘刘刘陈陈陈杨杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String GIVEN =
            "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国文志海燕林峰晓辉宇浩婷雪鑫波斌鹏飞凯健俊帆帅旭宁龙欢阳春荣新民学东卫立家豪思源永康德才振光长江云一鸣宏启航瑞恒毅翔昊铭诚岩锋松博亮钧慧莹琳晶倩颖洁莉萍丹蓉璐瑶佳欣怡雨桐梓涵诗琪雅美玲小若语嫣清荷岚薇菲悦楠妍彤馨蕾嘉珊卉";
    private static final List<String> SOUNDS = List.of(
            "伟玮炜纬", "芳方", "静婧靖", "丽莉俐", "军钧君", "明铭鸣", "辉晖", "晓小", "志智", "建健", "文雯", "宇雨羽", "浩昊皓", "杰洁", "峰锋", "涛滔",
            "林琳霖", "燕艳雁", "红宏洪鸿", "平萍", "玲灵", "娟涓", "欣新心", "英瑛", "兰岚", "瑶遥", "慧惠", "诚成", "翔祥");
    private static final List<String> SHAPES = List.of(
            "炜伟", "娟捐", "琪淇", "倩情", "晨晟", "祥样", "铭名", "佳住", "瑶谣", "宁宇", "昊吴", "旭旬", "莹萤", "嘉喜", "洋详", "静净", "帆帖", "桂柱",
            "松枌", "芳芬", "敏敬", "辉挥", "楠南", "怡恰", "悦说");
    private static final String[] PLACES = {"湖北", "武汉", "宜昌", "襄阳", "黄石", "十堰", "荆州", "孝感", "湖北省", "武汉市"};
    private static final String[] WORDS = {
        "光谷", "长江", "楚天", "江汉", "华中", "三峡", "荆楚", "东湖", "汉江", "云梦", "南湖", "珞珈", "星源", "博创", "中科", "金帆", "天合", "远景",
        "恒信", "鼎新"
    };
    private static final String[] TRADES = {"光电", "生物", "汽车零部件", "软件", "新材料", "半导体", "医疗器械", "机电", "能源", "信息技术"};
    private static final String[] FORMS = {"有限公司", "有限公司", "有限公司", "股份有限公司", "（集团）有限公司", "科技有限公司"};
    private static final String[] SCHOOLS = {
        "甲大学", "乙大学", "丙理工大学", "丁科技大学", "戊师范大学", "己工业大学", "庚学院", "辛学院", "壬职业技术学院", "癸农业大学"
    };
    private static final Transliterator TRADITIONAL = Transliterator.getInstance("Simplified-Traditional");

    private final long seed;
    private final int employers;

    /** @param people how many there may be at most; an employer has some hundred of them, some have thousands */
    Duplicates(long seed, int people) {
        this.seed = seed;
        this.employers = Math.max(20, people / 150);
    }

    /** A person as they are. */
    record Person(
            String name, boolean male, LocalDate birth, int employer, String document, String phone, String school) {}

    /** Person number n; some are namesakes born in the same month as an earlier one, or twins of an earlier one. */
    Person person(int n) {
        SplittableRandom dice = dice(1, n);
        double kind = dice.nextDouble();
        boolean male = dice.nextDouble() < 0.6;
        LocalDate birth = LocalDate.of(1958, 1, 1).plusDays(dice.nextInt(365 * 44));
        String name = name(dice);
        // some employers are large: the square leans to the first
        int employer = (int) (employers * Math.pow(dice.nextDouble(), 2));
        String school = SCHOOLS[dice.nextInt(SCHOOLS.length)];
        if (n > 10 && kind < 0.02) {
            Person other = person(dice.nextInt(n));
            name = other.name();
            birth = other.birth().withDayOfMonth(1 + dice.nextInt(28));
            employer = dice.nextDouble() < 0.03 ? other.employer() : employer;
        } else if (n > 10 && kind < 0.025) {
            Person other = person(dice.nextInt(n));
            name = other.name().substring(0, other.name().length() - 1) + GIVEN.charAt(dice.nextInt(GIVEN.length()));
            birth = other.birth();
            employer = dice.nextDouble() < 0.3 ? other.employer() : employer;
        }
        boolean passport = dice.nextDouble() < 0.02;
        String document = passport ? "E" + (10_000_000 + dice.nextInt(90_000_000)) : resident(dice, birth, male);
        String phone = "1" + (3 + dice.nextInt(7)) + String.format("%09d", dice.nextInt(1_000_000_000));
        return new Person(name, male, birth, employer, document, phone, school);
    }

    private static String resident(SplittableRandom dice, LocalDate birth, boolean male) {
        String body = (420_000 + dice.nextInt(100, 1_400))
                + birth.toString().replace("-", "")
                + String.format("%02d", dice.nextInt(100))
                + (2 * dice.nextInt(5) + (male ? 1 : 0));
        return body + IdNumbers.checkDigit(body);
    }

    private static String name(SplittableRandom dice) {
        StringBuilder name = new StringBuilder().append(SURNAMES.charAt(dice.nextInt(SURNAMES.length())));
        for (int i = dice.nextDouble() < 0.82 ? 2 : 1; i > 0; i--) {
            name.append(GIVEN.charAt((int) (GIVEN.length() * Math.pow(dice.nextDouble(), 1.3))));
        }
        return name.toString();
    }

    private String employer(int n) {
        SplittableRandom dice = dice(2, n);
        return PLACES[dice.nextInt(PLACES.length)]
                + WORDS[n % WORDS.length]
                + GIVEN.charAt(n / WORDS.length % GIVEN.length())
                + TRADES[dice.nextInt(TRADES.length)]
                + FORMS[dice.nextInt(FORMS.length)];
    }

    /** How the pool knows the person: 85 % with document number, 90 % with phone, 40 % with the day of birth. */
    Staging.Row known(int number, int person) {
        SplittableRandom dice = dice(3, person);
        Person p = person(person);
        return row(
                number,
                p.name(),
                p,
                dice.nextDouble() < 0.4 ? p.birth().toString() : month(p.birth()),
                employer(p.employer()),
                dice.nextDouble() < 0.85 ? p.document() : "",
                dice.nextDouble() < 0.9 ? p.phone() : "",
                "2025-06-01");
    }

    /**
     * How the person is reported again, with what goes wrong: no document number 25 %, another phone 10 %, none 8 %, another employer
     * 3 %, its legal form or brackets written otherwise 4 %, abbreviated 1.5 %; name in traditional form 1 %, with blanks or full width
     * 1 %, a character of the same sound 0.7 %, of similar shape 0.5 %, one left out 0.2 %; birth month off 0.8 % (without document).
     */
    Staging.Row again(int number, int person, long nth) {
        SplittableRandom dice = dice(4 + nth, person);
        Person p = person(person);
        boolean document = dice.nextDouble() < 0.75;
        String number1 = document ? p.document() : "";
        if (document && number1.startsWith("E") && dice.nextDouble() < 0.05) {
            number1 = number1.substring(0, 8) + (char) ('0' + (number1.charAt(8) - '0' + 1) % 10);
        }
        double phone = dice.nextDouble();
        String birth = dice.nextDouble() < 0.4 ? p.birth().toString() : month(p.birth());
        if (!document && dice.nextDouble() < 0.008) {
            birth = month(
                    dice.nextBoolean()
                            ? p.birth().plusMonths(dice.nextBoolean() ? 1 : -1)
                            : p.birth().plusYears(dice.nextBoolean() ? 1 : -1));
        }
        return row(
                number,
                name(p.name(), dice),
                p,
                birth,
                employer(p, dice),
                number1,
                phone < 0.1
                        ? "1" + (3 + dice.nextInt(7)) + String.format("%09d", dice.nextInt(1_000_000_000))
                        : phone < 0.18 ? "" : p.phone(),
                "2026-10-01");
    }

    private String employer(Person p, SplittableRandom dice) {
        double how = dice.nextDouble();
        String name = employer(p.employer());
        if (how < 0.03) {
            return employer(dice.nextInt(employers));
        }
        if (how < 0.05) {
            return name.endsWith("股份有限公司") ? name : name.replace("有限公司", "有限责任公司");
        }
        if (how < 0.07) {
            return name.replace("（", "(").replace("）", ")").replace("有限公司", " 有限公司");
        }
        return how < 0.085 ? name.replaceFirst("^(湖北省?|武汉市?)", "").replaceFirst("(科技|股份)?有限公司$", "") : name;
    }

    private static String name(String name, SplittableRandom dice) {
        double how = dice.nextDouble();
        if (how < 0.01) {
            return TRADITIONAL.transliterate(name);
        }
        if (how < 0.02) {
            return name.charAt(0) + "　" + name.substring(1);
        }
        if (how < 0.027) {
            return slip(name, SOUNDS, dice);
        }
        if (how < 0.032) {
            return slip(name, SHAPES, dice);
        }
        return how < 0.034 && name.length() > 2 ? name.substring(0, 2) : name;
    }

    /** One given character replaced by another of its group, or by any when it is in none. */
    private static String slip(String name, List<String> groups, SplittableRandom dice) {
        int at = 1 + dice.nextInt(name.length() - 1);
        String group = groups.stream()
                .filter(g -> g.indexOf(name.charAt(at)) >= 0)
                .findFirst()
                .orElse(GIVEN);
        char other = group.charAt(dice.nextInt(group.length()));
        return name.substring(0, at) + other + name.substring(at + 1);
    }

    private static String month(LocalDate date) {
        return date.toString().substring(0, 7);
    }

    private static Staging.Row row(
            int number,
            String name,
            Person p,
            String birth,
            String employer,
            String document,
            String phone,
            String on) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("sex", p.male() ? "1" : "2");
        values.put("birth", birth);
        values.put("employerName", employer);
        values.put("school", p.school());
        values.put("education", "11");
        values.put("category", "OUTSTANDING_ENGINEER");
        values.put("expertise", List.of("示例专长"));
        values.put("industries", List.of("OPTO"));
        values.put("confirmedOn", on);
        Map<String, String> sealed = new LinkedHashMap<>();
        if (!document.isEmpty()) {
            sealed.put("documentNumber", document);
        }
        if (!phone.isEmpty()) {
            sealed.put("phone", phone);
        }
        return new Staging.Row(number, name, new Fields(values), sealed, List.of());
    }

    private SplittableRandom dice(long use, long n) {
        return new SplittableRandom(seed * 1_000_003 + use * 7_919 + n * 104_729);
    }
}
