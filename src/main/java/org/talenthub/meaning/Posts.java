package org.talenthub.meaning;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How posts are named in Chinese: rank, field, role. 高级光芯片工艺工程师 works in 光芯片工艺. */
final class Posts {

    private static final List<String> RANKS =
            List.of("高级", "资深", "初级", "中级", "助理", "首席", "实习", "见习", "兼职", "临时", "执行", "常务", "一级", "二级", "三级", "副", "总");

    /** Longest first. */
    private static final List<String> ROLES = Stream.of(
                    "总工程师 工程师 设计师 分析师 规划师 架构师 开发人员 技术人员 研究人员 工作人员 技术员 操作员 管理员 协调员 研究员",
                    "负责人 副总裁 实习生 人员 教员 专员 干事 文员 助理 秘书 经理 主管 主任 总监 总裁 领班 组长 部长 处长 科长 顾问 专家 代表",
                    "讲师 学徒 技师 技工 团队 首席 员工 师 员 工 家 人 者")
            .flatMap(line -> Stream.of(line.split(" ")))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    private static final int DEEPEST = 3;
    private static final int SHORTEST = 2;

    private Posts() {}

    /** The text without words of rank before and of role behind it; at least two characters are left. */
    static String field(String post) {
        String rest = post;
        for (int i = 0; i < DEEPEST; i++) {
            for (String rank : RANKS) {
                if (rest.startsWith(rank) && rest.length() - rank.length() >= SHORTEST) {
                    rest = rest.substring(rank.length());
                    break;
                }
            }
        }
        for (int i = 0; i < DEEPEST; i++) {
            for (String role : ROLES) {
                if (rest.endsWith(role) && rest.length() - role.length() >= SHORTEST) {
                    rest = rest.substring(0, rest.length() - role.length());
                    break;
                }
            }
        }
        return rest;
    }
}
