package org.talenthub.reference.contacts;

import org.jspecify.annotations.Nullable;
import org.talenthub.common.Sentence;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Masks;

/** What can be found in prose that should not stand there. */
public enum ContactKind {
    MOBILE("手机号", "mobile number", ColumnType.PHONE),
    /** With an area code, a service number, or abroad. */
    LANDLINE("电话号码", "phone number", ColumnType.PHONE),
    RESIDENT_ID("身份证号", "resident ID number", ColumnType.DOCUMENT_NUMBER),
    /** Passports, permits and other documents without a check digit. */
    DOCUMENT("证件号码", "document number", ColumnType.DOCUMENT_NUMBER),
    EMAIL("邮箱", "e-mail address", ColumnType.EMAIL),
    WECHAT("微信号", "WeChat name", null),
    QQ("QQ 号", "QQ number", null);

    private final String label;
    private final String english;
    private final @Nullable ColumnType column;

    ContactKind(String label, String english, @Nullable ColumnType column) {
        this.label = label;
        this.english = english;
        this.column = column;
    }

    public String label() {
        return label;
    }

    public Sentence named() {
        return Sentence.either(label, english);
    }

    /** The type of the column that it belongs into; null where no sheet has one. */
    public @Nullable ColumnType column() {
        return column;
    }

    /** @param value as {@link Contact#value} has it */
    String masked(String value) {
        return switch (this) {
            case MOBILE, LANDLINE -> Masks.phone(value);
            case RESIDENT_ID, DOCUMENT, QQ -> Masks.document(value);
            case EMAIL -> Masks.email(value);
            case WECHAT -> value.charAt(0) + "***";
        };
    }
}
