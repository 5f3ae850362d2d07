package org.talenthub;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Small talent sheets for tests, written by hand so that nothing of the hub is trusted. */
public final class TalentRows {

    private final List<Map<String, String>> rows = new ArrayList<>();

    /** A row that is right, with the given columns in place of the ordinary ones (title, value, title, value …). */
    public TalentRows row(String name, String... columns) {
        Map<String, String> row = new LinkedHashMap<>();
        String[] ordinary = {
            "姓名",
            name,
            "性别",
            "男",
            "出生年月",
            "1985-03",
            "证件号码",
            "",
            "学历",
            "博士研究生",
            "学位",
            "博士",
            "职称级别",
            "正高",
            "人才类别",
            "卓越工程师",
            "技术专长",
            "激光芯片；封装",
            "所属产业",
            "光电子信息",
            "工作单位",
            "示例测试光电有限公司",
            "现任职务",
            "研发总监",
            "工作地点",
            "武汉市",
            "联系电话",
            "13800138000",
            "电子邮箱",
            "bar@example.com",
            "信息确认日期",
            "2026-10-01"
        };
        for (int i = 0; i < ordinary.length; i += 2) {
            row.put(ordinary[i], ordinary[i + 1]);
        }
        for (int i = 0; i < columns.length; i += 2) {
            row.put(columns[i], columns[i + 1]);
        }
        rows.add(row);
        return this;
    }

    public byte[] csv() {
        return csv(StandardCharsets.UTF_8);
    }

    public byte[] csv(Charset charset) {
        List<String> header =
                rows.stream().flatMap(r -> r.keySet().stream()).distinct().toList();
        String lines = rows.stream()
                .map(r -> header.stream().map(h -> r.getOrDefault(h, "")).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n"));
        return (String.join(",", header) + "\r\n" + lines + "\r\n").getBytes(charset);
    }
}
