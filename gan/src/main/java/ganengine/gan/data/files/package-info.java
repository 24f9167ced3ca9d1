/**
 * Files below one place, be it a folder or an archive that stays packed: {@link
 * ganengine.gan.data.files.FileTree}. What comes from an archive is bounded, and nothing is ever
 * unpacked to the disk.
 */
package ganengine.gan.data.files;
