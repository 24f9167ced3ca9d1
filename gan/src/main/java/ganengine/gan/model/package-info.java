/** The networks: generators that turn z into images, discriminators that judge images. */
package ganengine.gan.model;
