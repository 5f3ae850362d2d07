package org.talenthub.importing.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talenthub.reference.Column;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Feed;
import org.talenthub.reference.Feeds;
import org.talenthub.reference.Privacy;

/** Small feeds in the shape of the real ones. */
public final class TestFeeds {

    public static final Feed TALENT = new Feed(
            "talent",
            "高层次人才信息采集表",
            "依据",
            List.of(
                    column("name", "姓名", true, ColumnType.TEXT, "张示例"),
                    column("sex", "性别", true, ColumnType.CODE, "男"),
                    column("birth", "出生年月", true, ColumnType.DATE, "1985-03", "出生日期"),
                    column("documentNumber", "证件号码", false, ColumnType.DOCUMENT_NUMBER, "990101198503120016", "身份证号"),
                    column("education", "学历", true, ColumnType.CODE, "博士研究生毕业"),
                    column("employerName", "工作单位", true, ColumnType.TEXT, "湖北示例光电科技有限公司", "单位名称"),
                    column("phone", "联系电话", false, ColumnType.PHONE, "13800000000", "手机"),
                    column("remark", "备注", false, ColumnType.TEXT, "")));

    public static final Feed DEMAND = new Feed(
            "demand",
            "急需紧缺人才需求表",
            "依据",
            List.of(
                    column("enterpriseName", "需求单位", true, ColumnType.TEXT, "湖北示例光电科技有限公司"),
                    column("post", "岗位名称", true, ColumnType.TEXT, "光芯片工艺工程师"),
                    column("headcount", "需求人数", true, ColumnType.INTEGER, "2"),
                    column("phone", "联系电话", false, ColumnType.PHONE, "13800000000"),
                    column("remark", "备注", false, ColumnType.TEXT, "")));

    public static final Feeds FEEDS = new Feeds(List.of(TALENT, DEMAND));

    private TestFeeds() {}

    public static Column column(
            String field, String title, boolean required, ColumnType type, String example, String... aliases) {
        return new Column(
                field,
                title,
                List.of(aliases),
                required,
                type,
                false,
                dictionary(type),
                true,
                200,
                type == ColumnType.DOCUMENT_NUMBER || type == ColumnType.PHONE ? Privacy.SENSITIVE : Privacy.INTERNAL,
                "用途",
                null,
                example);
    }

    private static @Nullable String dictionary(ColumnType type) {
        return type == ColumnType.CODE ? "sex" : null;
    }
}
