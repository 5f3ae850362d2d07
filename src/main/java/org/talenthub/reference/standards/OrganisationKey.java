package org.talenthub.reference.standards;

import org.talenthub.reference.chinese.Simplified;

/** What names of organisations are compared by, wherever that decides: as employers, as what records are linked by, as carriers' and platforms' own. */
public final class OrganisationKey {

    private static final String[] FORMS = {"股份有限公司", "有限责任公司", "有限公司", "股份公司"};

    private OrganisationKey() {}

    /**
     * NFKC, lower case, simplified, nothing but letters and digits, and without the legal form at the end: 示例（武汉）光电有限责任公司 is
     * 示例武汉光电. A company that changes its form stays the same one; two that differ in nothing else hardly exist in one province.
     */
    public static String of(String name) {
        String key = Simplified.key(name);
        for (String form : FORMS) {
            if (key.length() > form.length() + 1 && key.endsWith(form)) {
                return key.substring(0, key.length() - form.length());
            }
        }
        return key;
    }
}
