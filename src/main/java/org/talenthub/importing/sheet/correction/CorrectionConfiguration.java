package org.talenthub.importing.sheet.correction;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talenthub.importing.sheet.file.SheetLimits;

@Configuration(proxyBeanMethods = false)
class CorrectionConfiguration {

    @Bean
    Corrections corrections(SheetLimits limits) {
        return new Corrections(limits);
    }
}
