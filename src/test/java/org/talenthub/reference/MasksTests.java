package org.talenthub.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MasksTests {

    @ParameterizedTest
    @CsvSource({
        "PHONE,19900005678,199****5678",
        "PHONE,027-87654321,027-****4321",
        "PHONE,87654321,****",
        "PHONE,abc,****",
        "EMAIL,bob@example.com,b***@example.com",
        "EMAIL,@example.com,****",
        "EMAIL,bob,****",
        "DOCUMENT_NUMBER,429999198503120017,42***************7",
        "DOCUMENT_NUMBER,E12345678,E1******8",
        "DOCUMENT_NUMBER,E1234,*****",
        "TEXT,open,open"
    })
    void sensitiveValuesAreMasked(ColumnType type, String value, String masked) {
        assertThat(Masks.mask(type, value)).isEqualTo(masked);
    }
}
