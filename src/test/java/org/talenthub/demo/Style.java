package org.talenthub.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** How one station writes: every station's clerk has own habits for dates, lists and education, and keeps to them. */
record Style(String separator, DateTimeFormatter month, DateTimeFormatter day, boolean shortEducation) {

    private static final List<String> SEPARATORS = List.of("；", "、", "，", ";");
    private static final List<String> MONTHS = List.of("yyyy-MM", "yyyy.MM", "yyyy年M月", "yyyyMM", "yyyy/M", "yyyy-M");
    private static final List<String> DAYS =
            List.of("yyyy-MM-dd", "yyyy.MM.dd", "yyyy年M月d日", "yyyyMMdd", "yyyy/M/d", "yyyy-M-d");

    static Style of(int station) {
        return new Style(
                SEPARATORS.get(station % SEPARATORS.size()),
                DateTimeFormatter.ofPattern(MONTHS.get(station % MONTHS.size())),
                DateTimeFormatter.ofPattern(DAYS.get(station % DAYS.size())),
                station % 3 == 1);
    }

    String month(LocalDate date) {
        return date.format(month);
    }

    String day(LocalDate date) {
        return date.format(day);
    }

    String join(List<String> values) {
        return String.join(separator, values);
    }

    String education(String label) {
        if (!shortEducation) {
            return label;
        }
        return switch (label) {
            case "博士研究生" -> "博士";
            case "硕士研究生" -> "硕士";
            case "大学本科" -> "本科";
            case "大学专科" -> "大专";
            case "中等职业教育" -> "中专";
            default -> "高中";
        };
    }
}
