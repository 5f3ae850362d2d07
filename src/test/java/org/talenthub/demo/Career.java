package org.talenthub.demo;

import java.time.LocalDate;
import java.time.YearMonth;
import org.talenthub.demo.Words.Industry;
import org.talenthub.demo.Words.Link;

/**
 * What somebody learned and became, each step possible at their age in 2026.
 *
 * @param titleLevel 正高, 副高, 中级, 初级 or blank
 * @param skillLevel 高级工 … 首席技师 for skilled workers, else blank
 */
record Career(
        Kind kind,
        LocalDate birth,
        String education,
        String degree,
        String school,
        String major,
        YearMonth graduated,
        String title,
        String titleLevel,
        String skillLevel) {

    private static final int YEAR = 2026;

    static Career draw(Dice dice, Words words, Kind kind, Company employer, Industry industry, Link link) {
        int age = dice.between(kind.youngest, kind.oldest);
        LocalDate birth = LocalDate.of(YEAR - age, 1, 1).plusDays(dice.between(0, 364));
        String education = education(dice, kind, age);
        YearMonth graduated = graduated(dice, education, birth, age);
        String degree = degree(dice, education);
        String level = level(dice, kind, education, age, YEAR - graduated.getYear());
        boolean business = kind == Kind.ENTREPRENEUR && dice.chance(0.45);
        return new Career(
                kind,
                birth,
                education,
                degree,
                school(dice, words, kind, education),
                business ? dice.of("工商管理", "会计学", "经济学") : major(dice, kind, industry, link, education),
                graduated,
                level.isEmpty() ? "" : title(dice, level, employer, industry, business),
                level,
                kind == Kind.SKILLED ? skillLevel(dice, age) : "");
    }

    private static String education(Dice dice, Kind kind, int age) {
        int at = dice.between(1, 100);
        return switch (kind) {
            case STRATEGIC, LEADING -> "博士研究生";
            case YOUNG -> at <= 88 || age < 30 ? "博士研究生" : "硕士研究生";
            case ENTREPRENEUR -> at <= 10 ? "博士研究生" : at <= 38 ? "硕士研究生" : at <= 85 ? "大学本科" : "大学专科";
            case ENGINEER ->
                at <= 9 && age > 31 ? "博士研究生" : at <= 45 && age > 26 ? "硕士研究生" : at <= 92 ? "大学本科" : "大学专科";
            case SKILLED -> at <= 8 ? "大学本科" : at <= 55 ? "大学专科" : at <= 90 ? "中等职业教育" : "高中";
        };
    }

    private static YearMonth graduated(Dice dice, String education, LocalDate birth, int age) {
        int at = switch (education) {
            case "博士研究生" -> dice.between(27, 31);
            case "硕士研究生" -> dice.between(25, 26);
            case "大学本科" -> dice.between(22, 23);
            case "大学专科" -> 21;
            default -> 18;
        };
        boolean winter = at >= 25 && dice.chance(0.2) && at < age;
        return YearMonth.of(birth.getYear() + Math.min(at, age), winter ? 12 : dice.chance(0.9) ? 6 : 7);
    }

    private static String degree(Dice dice, String education) {
        return switch (education) {
            case "博士研究生" -> "博士";
            case "硕士研究生" -> "硕士";
            case "大学本科" -> dice.chance(0.94) ? "学士" : "";
            default -> "";
        };
    }

    private static String school(Dice dice, Words words, Kind kind, String education) {
        return switch (education) {
            case "博士研究生" ->
                dice.pick(
                        dice.chance(0.12)
                                ? words.people().abroad()
                                : words.people().universities());
            case "硕士研究生", "大学本科" ->
                dice.pick(
                        kind == Kind.SKILLED || dice.chance(0.4)
                                ? words.people().colleges()
                                : words.people().universities());
            case "大学专科" -> dice.pick(words.people().vocational());
            default -> dice.pick(words.people().secondary());
        };
    }

    private static String major(Dice dice, Kind kind, Industry industry, Link link, String education) {
        return switch (education) {
            case "高中" -> "";
            case "大学专科", "中等职业教育" -> dice.pick(industry.vocational());
            default -> dice.pick(kind == Kind.SKILLED ? industry.vocational() : link.majors());
        };
    }

    /** Titles need years: 正高 not before 40 but for doctors, 副高 after five to eleven years, 中级 after three to five. */
    private static String level(Dice dice, Kind kind, String education, int age, int years) {
        if (kind == Kind.STRATEGIC || kind == Kind.LEADING) {
            return "正高";
        }
        if (kind == Kind.ENTREPRENEUR && dice.chance(0.4) || kind == Kind.SKILLED && dice.chance(0.88)) {
            return "";
        }
        boolean doctor = education.startsWith("博士");
        boolean master = education.startsWith("硕士");
        boolean bachelor = education.equals("大学本科");
        if (kind != Kind.SKILLED && age >= 38 && years >= (doctor ? 8 : master ? 15 : 20)) {
            double probability = doctor ? 0.5 : master ? 0.2 : bachelor ? 0.08 : 0;
            if (dice.chance(probability)) {
                return "正高";
            }
        }
        if (years >= (doctor ? 2 : master ? 8 : bachelor ? 10 : 15)
                && dice.chance(doctor ? 0.75 : bachelor || master ? 0.5 : 0.1)) {
            return "副高";
        }
        if (doctor || years >= (master ? 2 : bachelor ? 5 : 7) && dice.chance(0.85)) {
            return "中级";
        }
        return years >= 1 ? "初级" : "";
    }

    private static String title(Dice dice, String level, Company employer, Industry industry, boolean business) {
        if (employer.institute()) {
            boolean research =
                    !employer.name().endsWith("学") && !employer.name().endsWith("学院");
            return research ? at(level, "研究员", "副研究员", "助理研究员", "研究实习员") : at(level, "教授", "副教授", "讲师", "助教");
        }
        if (business) {
            return at(level, "正高级经济师", "高级经济师", "经济师", "助理经济师");
        }
        return industry.label().equals("生命健康") && dice.chance(0.45)
                ? at(level, "主任药师", "副主任药师", "主管药师", "药师")
                : at(level, "正高级工程师", "高级工程师", "工程师", "助理工程师");
    }

    private static String at(String level, String full, String vice, String middle, String junior) {
        return switch (level) {
            case "正高" -> full;
            case "副高" -> vice;
            case "中级" -> middle;
            default -> junior;
        };
    }

    private static String skillLevel(Dice dice, int age) {
        if (age >= 48 && dice.chance(0.08)) {
            return "首席技师";
        }
        if (age >= 43 && dice.chance(0.15)) {
            return "特级技师";
        }
        if (age >= 35 && dice.chance(0.4)) {
            return "高级技师";
        }
        return age >= 29 && dice.chance(0.55) ? "技师" : age >= 23 ? "高级工" : "中级工";
    }
}
