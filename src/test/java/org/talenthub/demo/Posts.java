package org.talenthub.demo;

import java.util.List;
import org.talenthub.demo.Words.Link;

/** Posts, honours and achievements that fit a career. */
final class Posts {

    private final Dice dice;

    Posts(Dice dice) {
        this.dice = dice;
    }

    String post(Career career, Link link) {
        return switch (career.kind()) {
            case STRATEGIC -> dice.of("首席科学家", "研究院院长");
            case LEADING -> dice.of("首席科学家", "总工程师", "研究院副院长", "实验室主任", "技术总监");
            case YOUNG -> dice.of("青年研究员", "项目负责人", "课题组长", dice.pick(link.posts()));
            case ENTREPRENEUR -> dice.of("董事长", "董事长兼总经理", "总经理", "创始人", "联合创始人");
            case ENGINEER ->
                switch (career.titleLevel()) {
                    case "正高" -> dice.of("总工程师", "技术总监", senior("首席", dice.pick(link.posts())));
                    case "副高" ->
                        dice.of("研发部部长", senior("高级", dice.pick(link.posts())), senior("资深", dice.pick(link.posts())));
                    default -> dice.pick(link.posts());
                };
            case SKILLED ->
                switch (career.skillLevel()) {
                    case "首席技师", "特级技师" -> dice.of("技能大师工作室领办人", "车间技术主管");
                    case "高级技师", "技师" -> dice.of(dice.pick(link.trades()), dice.pick(link.trades()) + "班组长");
                    default -> dice.pick(link.trades());
                };
        };
    }

    /** A director or manager is senior already. */
    static String senior(String prefix, String post) {
        return post.endsWith("工程师") || post.endsWith("研究员") ? prefix + post : post;
    }

    List<String> honours(Career career) {
        int age = 2026 - career.birth().getYear();
        return switch (career.kind()) {
            case STRATEGIC -> List.of("国务院政府特殊津贴专家", "湖北省科技进步一等奖");
            case LEADING ->
                dice.chance(0.7)
                        ? dice.some(
                                List.of("国务院政府特殊津贴专家", "湖北省有突出贡献中青年专家", "湖北省科技进步二等奖", "省级科技领军人才"), dice.between(1, 2))
                        : List.of();
            case YOUNG -> dice.chance(0.35) && age > 29 ? List.of(dice.of("省级青年拔尖人才", "博士后创新人才", "市级青年英才")) : List.of();
            case ENTREPRENEUR -> dice.chance(0.25) ? List.of(dice.of("湖北省优秀企业家", "科技创业领军人才")) : List.of();
            case ENGINEER ->
                dice.chance(0.1) && age > 33 ? List.of(dice.of("省级卓越工程师", "市级产业英才", "湖北省科技进步三等奖")) : List.of();
            case SKILLED ->
                dice.chance(0.2) && age > 30 ? List.of(dice.of("湖北省技术能手", "荆楚工匠", "全国技术能手", "市级首席技师")) : List.of();
        };
    }

    String achievement(Career career, List<String> skills, Link link) {
        String skill = skills.getFirst();
        String product = dice.pick(link.products());
        if (career.kind() == Kind.SKILLED) {
            return dice.of(
                            "长期从事%s一线工作，参与%s产线建设，完成技术革新%d项，带徒%d人。",
                            "熟练掌握%s，所在班组%s一次交检合格率连续三年保持在99%%以上，提出合理化建议%d条，带徒%d人。")
                    .formatted(skill, product, dice.between(2, 15), dice.between(1, 8));
        }
        if (career.kind() == Kind.ENTREPRENEUR) {
            return "带领企业深耕%s，以%s为核心形成%d项发明专利，近三年营业收入年均增长%d%%。"
                    .formatted(product, skill, dice.between(5, 60), dice.between(8, 45));
        }
        if (career.kind().scientist()) {
            return dice.of("围绕%s主持国家和省级项目%d项，发表论文%d篇，成果用于%s。", "在%s方向取得突破，主持省级以上课题%d项，获授权发明专利%d件，推动%s产业化。")
                    .formatted(skill, dice.between(1, 8), dice.between(6, 70), product);
        }
        return dice.of(
                        "负责%s，参与%s开发，获授权发明专利%d件，产品成本下降%d%%。",
                        "主持%s技术攻关，解决%s关键难题%d项，相关指标提升%d%%。", "从事%s多年，支撑%s完成%d轮迭代，交付周期缩短%d%%。")
                .formatted(skill, product, dice.between(1, 12), dice.between(3, 30));
    }
}
