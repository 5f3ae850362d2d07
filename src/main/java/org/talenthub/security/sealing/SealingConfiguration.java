package org.talenthub.security.sealing;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.talenthub.common.WrongSetting;

/** Where the master key comes from: {@code hub.secret-key} first, else a file of its own beside the embedded database. */
@Configuration(proxyBeanMethods = false)
class SealingConfiguration {

    @Bean
    Sealing sealing(Environment environment) {
        String configured = environment.getProperty("hub.secret-key", "");
        if (!configured.isBlank()) {
            try {
                return Sealing.of(configured);
            } catch (IllegalArgumentException weak) {
                throw new WrongSetting(
                        "HUB_SECRET_KEY（hub.secret-key）太短或太简单：至少 32 个字符，例如 openssl rand -base64 32 的输出。",
                        "HUB_SECRET_KEY is too short or too plain: at least 32 characters, as from openssl rand -base64 32.");
            }
        }
        // A key file beside an external database would be lost with the machine, and the sealed data with it.
        boolean embedded = environment.getProperty(
                "hub.engines.embedded.database", Boolean.class, !environment.containsProperty("spring.datasource.url"));
        if (!embedded) {
            throw new WrongSetting(
                    "使用外部数据库时必须设置 HUB_SECRET_KEY（hub.secret-key），至少 32 个字符，并妥善备份。",
                    "With an external database HUB_SECRET_KEY must be set, at least 32 characters; keep a backup of it.");
        }
        return Sealing.of(SecretKeyFile.readOrCreate(Path.of(environment.getProperty("hub.home", ".hub"))));
    }
}
