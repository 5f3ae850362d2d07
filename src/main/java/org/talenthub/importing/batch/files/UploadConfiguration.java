package org.talenthub.importing.batch.files;

import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Uploads arrive in a place of the hub's own, which is cleaned at every start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MultipartProperties.class, ImportSettings.class})
class UploadConfiguration {

    @Bean
    MultipartConfigElement multipartConfig(MultipartProperties properties, Workspace workspace) {
        properties.setLocation(workspace.uploads().toString());
        return properties.createMultipartConfig();
    }
}
