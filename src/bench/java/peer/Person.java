package peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import java.util.function.Function;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.DocumentId;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.FullTextField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.GenericField;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.Indexed;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.KeywordField;
import org.springframework.data.domain.Persistable;

/** A person as an application keeps it that has one mapping for its table and its index: the same texts under the same analysis. */
@Entity
@Indexed(index = "peer")
@Table(name = "peer_person", indexes = @Index(name = "uk_peer_identity", columnList = "identity", unique = true))
class Person implements Persistable<Long> {

    private static final String WRITTEN = "hub_index";
    private static final String ASKED = "hub_phrase";

    @Id
    @DocumentId
    Long id = 0L;

    /** Document number, else name, month of birth and employer. */
    @Column(length = 200)
    String identity = "";

    /** Of all cells. */
    @Column(length = 64)
    String hash = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    String name = "";

    @KeywordField(aggregable = org.hibernate.search.engine.backend.types.Aggregable.YES)
    @Column(length = 10)
    String sex = "";

    @GenericField
    Integer birth = 0;

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    String nationality = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    String ethnicity = "";

    @Column(length = 40)
    String documentKind = "";

    @Column(length = 40)
    String documentNumber = "";

    @KeywordField(aggregable = org.hibernate.search.engine.backend.types.Aggregable.YES)
    String education = "";

    @KeywordField(aggregable = org.hibernate.search.engine.backend.types.Aggregable.YES)
    String degree = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    String school = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    String major = "";

    @KeywordField
    String graduated = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    String title = "";

    @KeywordField(aggregable = org.hibernate.search.engine.backend.types.Aggregable.YES)
    String titleLevel = "";

    @KeywordField(aggregable = org.hibernate.search.engine.backend.types.Aggregable.YES)
    String skillLevel = "";

    @KeywordField(aggregable = org.hibernate.search.engine.backend.types.Aggregable.YES)
    String category = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    String honours = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    @Column(length = 1000)
    String expertise = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    @Column(length = 1000)
    String research = "";

    @KeywordField(aggregable = org.hibernate.search.engine.backend.types.Aggregable.YES)
    String industries = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    @KeywordField(name = "employerKey", aggregable = org.hibernate.search.engine.backend.types.Aggregable.YES)
    String employer = "";

    @KeywordField
    String employerCode = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    String post = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    @KeywordField(name = "region", aggregable = org.hibernate.search.engine.backend.types.Aggregable.YES)
    String place = "";

    @KeywordField(aggregable = org.hibernate.search.engine.backend.types.Aggregable.YES)
    String mode = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    String team = "";

    @FullTextField(analyzer = WRITTEN, searchAnalyzer = ASKED)
    @Column(length = 4000)
    String achievements = "";

    @KeywordField
    String serviceNeeds = "";

    @KeywordField(aggregable = org.hibernate.search.engine.backend.types.Aggregable.YES)
    String availability = "";

    String phone = "";
    String email = "";

    @KeywordField
    String confirmedOn = "";

    @Column(length = 1000)
    String remark = "";

    transient boolean fresh;

    protected Person() {}

    Person(long id, String identity) {
        this.id = id;
        this.identity = identity;
        this.fresh = true;
    }

    /** @param cell by its title */
    void take(Function<String, String> cell, String all) {
        hash = all;
        name = cell.apply("姓名");
        sex = cell.apply("性别");
        birth = month(cell.apply("出生年月"));
        nationality = cell.apply("国籍");
        ethnicity = cell.apply("民族");
        documentKind = cell.apply("证件类型");
        documentNumber = cell.apply("证件号码");
        education = cell.apply("学历");
        degree = cell.apply("学位");
        school = cell.apply("毕业院校");
        major = cell.apply("所学专业");
        graduated = cell.apply("毕业时间");
        title = cell.apply("职称");
        titleLevel = cell.apply("职称级别");
        skillLevel = cell.apply("职业技能等级");
        category = cell.apply("人才类别");
        honours = cell.apply("人才计划或荣誉");
        expertise = cell.apply("技术专长");
        research = cell.apply("研究方向");
        industries = cell.apply("所属产业");
        employer = cell.apply("工作单位");
        employerCode = cell.apply("统一社会信用代码");
        post = cell.apply("现任职务");
        place = cell.apply("工作地点");
        mode = cell.apply("引进方式");
        team = cell.apply("团队名称");
        achievements = cell.apply("主要业绩");
        serviceNeeds = cell.apply("服务需求");
        availability = cell.apply("求职意向");
        phone = cell.apply("联系电话");
        email = cell.apply("电子邮箱");
        confirmedOn = cell.apply("信息确认日期");
        remark = cell.apply("备注");
    }

    private static int month(String cell) {
        String digits = cell.replaceAll("\\D", "");
        return digits.length() < 6 ? 0 : Integer.parseInt(digits.substring(0, 6));
    }

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }
}
