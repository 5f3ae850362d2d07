package org.talenthub.reference.contacts;

import org.jspecify.annotations.Nullable;
import org.talenthub.reference.ColumnType;
import org.talenthub.reference.Masks;

/** What can be found in prose that should not stand there. */
public enum ContactKind {
    MOBILE("手机号", ColumnType.PHONE),
    /** With an area code, a service number, or abroad. */
    LANDLINE("电话号码", ColumnType.PHONE),
    RESIDENT_ID("身份证号", ColumnType.DOCUMENT_NUMBER),
    /** Passports, permits and other documents without a check digit. */
    DOCUMENT("证件号码", ColumnType.DOCUMENT_NUMBER),
    EMAIL("邮箱", ColumnType.EMAIL),
    WECHAT("微信号", null),
    QQ("QQ 号", null);

    private final String label;
    private final @Nullable ColumnType column;

    ContactKind(String label, @Nullable ColumnType column) {
        this.label = label;
        this.column = column;
    }

    public String label() {
        return label;
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
