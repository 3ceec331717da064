#pragma once

#include <curl/curl.h>

// Swift cannot call C functions with a variable number of arguments, and libcurl reads each option's argument as the
// exact C type that its manual names. So there is one wrapper for each function and argument type in use. It does
// nothing but name the type.

// Options whose manual says "long": switches, milliseconds, sizes.
static inline CURLcode ccurl_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

// Options that take curl_off_t, which is wider than long on some platforms.
static inline CURLcode ccurl_set_offset(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

// Options that take a string; libcurl copies it.
static inline CURLcode ccurl_set_string(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

// Options that take a pointer which libcurl keeps and hands back: callback data, and buffers it does not copy.
static inline CURLcode ccurl_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

// CURLOPT_HTTPHEADER: a list that must outlive the transfer.
static inline CURLcode ccurl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(easy, option, value);
}

// CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION share this signature.
typedef size_t (*ccurl_data_callback)(char *data, size_t size, size_t count, void *context);
static inline CURLcode ccurl_set_data_callback(CURL *easy, CURLoption option, ccurl_data_callback callback) {
    return curl_easy_setopt(easy, option, callback);
}

// CURLOPT_PREREQFUNCTION has a signature of its own.
static inline CURLcode ccurl_set_prereq_callback(CURL *easy, curl_prereq_callback callback) {
    return curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, callback);
}

// CURLMOPT_ options that take a long.
static inline CURLMcode ccurl_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}

// CURLINFO_RESPONSE_CODE and others that answer with a long.
static inline CURLcode ccurl_get_long(CURL *easy, CURLINFO info, long *value) {
    return curl_easy_getinfo(easy, info, value);
}

// CURLINFO_ACTIVESOCKET answers with a socket, CURL_SOCKET_BAD if there is none.
static inline CURLcode ccurl_get_socket(CURL *easy, CURLINFO info, curl_socket_t *value) {
    return curl_easy_getinfo(easy, info, value);
}

// CURLINFO_PRIVATE answers with the pointer that CURLOPT_PRIVATE was given.
static inline CURLcode ccurl_get_pointer(CURL *easy, CURLINFO info, void **value) {
    return curl_easy_getinfo(easy, info, value);
}

// A finished transfer's result stands in a union, which Swift sees without its tag.
static inline CURLcode ccurl_message_result(const CURLMsg *message) {
    return message->data.result;
}

// CURLVERSION_NOW is a macro for another macro's value, which Swift does not see.
static inline const curl_version_info_data *ccurl_version(void) {
    return curl_version_info(CURLVERSION_NOW);
}
