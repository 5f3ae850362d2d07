package org.talenthub.importing.sheet;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.talenthub.importing.sheet.file.SheetLimits;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SheetLimits.class)
class SheetConfiguration {

    @Bean
    SheetFile sheetFile(SheetLimits limits) {
        return new SheetFile(limits);
    }

    @Bean
    PlainTable plainTable(SheetLimits limits) {
        return new PlainTable(limits);
    }
}
